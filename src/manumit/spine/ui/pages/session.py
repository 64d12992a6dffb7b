"""Keeping a session awake, and keeping what was typed before it locks."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from manumit.spine.access.routes import signed_in

from .. import drafts


@signed_in("a person keeps their own session awake")
@require_POST
def keep_session(request: HttpRequest) -> HttpResponse:
    """Answer 204: the request itself is the sign of life."""
    return HttpResponse(status=204)


@signed_in("a person keeps what they themselves typed")
@require_POST
def keep_draft(request: HttpRequest, path: str) -> HttpResponse:
    """Keep the posted form under `path`, encrypted, until it is saved."""
    drafts.keep(request, f"/{path}")
    return HttpResponse(status=204)
