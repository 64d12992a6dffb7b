"""Choosing the language of the screens."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from manumit.spine.access.routes import open_to_all

YEAR_SECONDS = 365 * 24 * 3600


@open_to_all("anybody may read a page in their language")
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language in a cookie, and in the session of somebody signed in, and go back where they were."""
    language = request.POST.get("language", "")
    answer = HttpResponseRedirect(_back(request))
    if language in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=YEAR_SECONDS,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
        _remember(request, language)
    return answer


def _remember(request: HttpRequest, language: str) -> None:
    if request.user.is_authenticated:
        request.session["language"] = language


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return reverse("home")
