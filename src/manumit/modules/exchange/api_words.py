"""What the operations of exchange share."""

from typing import Any

from django.http import HttpRequest
from ninja import P, PathEx

from manumit.spine import access
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.records import Record
from manumit.spine.ui.api.answers import ONCE, VERSIONED
from manumit.spine.ui.api.authentication import may

READ, WRITE = may("exchange:read"), may("exchange:write")
Key = PathEx[int, P(ge=1, le=2**63 - 1)]
ONCE_VERSIONED: dict[str, Any] = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}


def paper(request: HttpRequest, kind: str, number: str) -> Any:
    """Return the paper of that number. Raises Hidden."""
    return access.find(asking(request), "read_summary", kind, number)


def record_of(request: HttpRequest, action: str, kind: str, number: str) -> Record:
    """Return the record of any kind on which the asker may do `action`. Raises Hidden, Denied."""
    found: Record = find_of_any_kind(asking(request), action, kind, number)
    return found
