"""What the operations of tips share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.errors import ValidationError as Malformed

from manumit.spine import access
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, VERSIONED, answer
from manumit.spine.ui.api.authentication import may

from .models import Tip
from .representing import tip_out

READ, WRITE = may("tips:read"), may("tips:write")
ONCE_VERSIONED: dict[str, Any] = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}


def demand_known(name: str, value: str, known: set[str]) -> None:
    """Raise an error of the field `name` unless its value is known."""
    if value not in known:
        raise Malformed([{"loc": ("body", name), "msg": f"One of: {', '.join(sorted(known))}."}])


def found(request: HttpRequest, action: str, number: str) -> Tip:
    """Return the tip of that number on which the asker may do `action`. Raises Hidden, Denied."""
    tip: Tip = access.find(asking(request), action, Tip.kind, number)
    return tip


def shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    """Return the tip as it now stands, with its version; never what is sealed."""
    tip = found(request, "read_summary", number)
    return answer(tip_out(tip, whole=True), status, {"ETag": f'"{tip.version}"'})
