"""The quick exit."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from manumit.spine import audit
from manumit.spine.access.middleware import actor_of
from manumit.spine.access.routes import open_to_all


@open_to_all("leaving must work for everybody, signed in or not")
@csrf_exempt  # whoever makes somebody leave gains nothing; a stale token must never stop somebody who must leave
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the session, clear what this site left in the browser and go to a neutral page (MANUMIT_EXIT_ADDRESS).

    The browser's history still names the pages visited: the footer says so.
    """
    _note(request)
    request.session.flush()
    answer = HttpResponse(status=303, headers={"Location": settings.MANUMIT_EXIT_ADDRESS})
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def _note(request: HttpRequest) -> None:
    """Log who left, whether or not they had chosen an agency and a purpose yet."""
    if request.user.is_authenticated:
        with transaction.atomic():
            audit.record(actor_of(request), "session.left", kind="person", record_id=request.user.pk)
