"""The page for whoever failed too often. Named by AXES_LOCKOUT_CALLABLE."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from manumit.spine import ui

from ..actions.lock_out import lock_out
from ..sign_in import lockout


def response(request: HttpRequest, _: Any, credentials: Mapping[str, Any] | None) -> HttpResponse:
    """Return the lockout page: the same for an address nobody has. Status 429."""
    lock_out(lockout.person_id(credentials, request))
    wait = settings.AXES_COOLOFF_TIME
    answer = ui.render(request, "administration/locked_out.html", {"minutes": int(wait.total_seconds() // 60)})
    answer.status_code = 429
    answer["Retry-After"] = str(int(wait.total_seconds()))
    return answer
