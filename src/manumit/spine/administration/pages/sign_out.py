"""Signing out. The browser is told to forget this site."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from manumit.spine.access.routes import open_to_all

from ..actions.end_session import end_session

FORGET = '"cache", "cookies", "storage"'


@open_to_all("Anybody may leave")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    end_session(request, because="asked")
    return HttpResponseRedirect(reverse("account_login"), headers={"Clear-Site-Data": FORGET})
