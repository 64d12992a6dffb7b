"""What every public page of tips is: without cookie, session, log line or anything else kept of who asks."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

log = logging.getLogger(__name__)
LANGUAGE = "language"
WHY = "Anybody may tell something; nothing of another person is shown without number and secret"
View = Callable[..., HttpResponse]


def unseen(view: View) -> View:
    """Serve a public page: in the language its address names, with no cookie set, no session touched, no line logged.

    The forms carry a signed token, so no cookie guards them. What fails is logged by the kind of failure alone, and
    answered with a page that says that nothing was received.
    """

    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        with translation.override(language_of(request)):
            response = _answered(view, request, *args, **named)
        request.session.modified = False
        response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark: it writes no line then
        response.headers["Content-Language"] = language_of(request)
        return response

    enter.csrf_exempt = True  # type: ignore[attr-defined]  # Django's own mark: a token in the form takes its place
    return enter


def language_of(request: HttpRequest) -> str:
    """Return the language that the address names, else the one the browser asks for."""
    named = request.GET.get(LANGUAGE, "")
    return named if named in dict(settings.LANGUAGES) else translation.get_language() or settings.LANGUAGE_CODE


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Return the page of `template`; it is rendered without the request, of which it shows nothing."""
    return HttpResponse(text_of(template, language_of(request), request.path, context), status=status)


def text_of(template: str, language: str, here: str, context: dict[str, Any]) -> str:
    """Return the page of `template` in the language that is active, at the address `here`."""
    others = [(code, name) for code, name in settings.LANGUAGES if code != language]
    shown = {"LANGUAGE_CODE": language, "others": others, "leave": reverse("exit"), "here": here, **context}
    return render_to_string(f"tips/public/{template}.html", shown)


def _answered(view: View, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
    try:
        return view(request, *args, **named)
    except Http404:
        return page(request, "trouble", {"absent": True}, status=404)
    except SuspiciousOperation:
        return page(request, "trouble", {}, status=400)
    except Exception as failure:
        log.error("A public page of tips failed: %s", type(failure).__name__)
        return page(request, "trouble", {}, status=503)
