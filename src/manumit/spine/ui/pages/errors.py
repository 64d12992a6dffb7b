"""Error pages: what happened, why, and what would help; the same words whatever the record.

403 and 404 never name what was asked for. 404 answers both "there is none" and "you may not know of it".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from ..screen import render
from ..shell import BareShell


@dataclass(frozen=True)
class ErrorPage:
    """The words of one status: what happened, and each thing that would help."""

    status: int
    title: Promise
    why: Promise
    helps: tuple[Promise, ...] = field(default=())


PAGES = {
    page.status: page
    for page in (
        ErrorPage(
            400,
            _("We could not read that request"),
            _("What your browser sent was incomplete or not in the form this page expects. Nothing was changed."),
            (_("Go back, check what you entered and send it again."), _("Open the page afresh from the menu.")),
        ),
        ErrorPage(
            403,
            _("You may not do this"),
            _("The rules that protect this information did not allow it. Nothing was changed."),
            (
                _("Check that your purpose of use at the top of the page fits what you are doing."),
                _("Ask the agency that owns the record to release it to yours."),
                _("Ask your supervisor whether your role should include this."),
            ),
        ),
        ErrorPage(
            404,
            _("Page not found"),
            _("There is nothing at this address that we can show you."),
            (
                _("Check the address or the number: the last characters of a number guard against typing errors."),
                _("If you expected a record here, ask the agency that would hold it."),
            ),
        ),
        ErrorPage(
            409,
            _("Someone else changed this first"),
            _("The record was changed after you opened it, so nothing of yours was saved over it."),
            (_("Open the record again, look at what changed, and make your change once more."),),
        ),
        ErrorPage(
            429,
            _("Too many tries"),
            _("To protect accounts and records we slow down repeated requests."),
            (_("Wait a few minutes and try again."), _("If it was not you, tell your administrator.")),
        ),
        ErrorPage(
            500,
            _("Something went wrong on our side"),
            _("The fault is ours and has been written to the log. Nothing you did was half saved."),
            (_("Try again in a moment."), _("If it happens again, tell your administrator the time shown below.")),
        ),
        ErrorPage(
            503,
            _("This is not available right now"),
            _("Part of the system is not answering, or reading is paused because the audit log cannot be written."),
            (_("Try again in a few minutes. Nothing was changed."),),
        ),
    )
}


def answer(request: HttpRequest, status: int, reasons: Sequence[str] = ()) -> HttpResponse:
    """Return the page of `status`; `reasons` are the policies' own words (English message ids) on a refusal."""
    context = {"page": PAGES[status], "reasons": [gettext(reason) for reason in reasons if reason]}
    return render(request, "ui/errors/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400."""
    return answer(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler403; an access refusal brings the reasons that its policies give."""
    decision = getattr(exception, "decision", None)
    return answer(request, 403, getattr(decision, "reasons", ()))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler404: one body for every address."""
    return answer(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler500."""
    return _bare(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Answer 503 without asking the database for anything."""
    return _bare(request, 503)


def _bare(request: HttpRequest, status: int) -> HttpResponse:
    """Return a page whose frame reads neither session nor database."""
    context = {"page": PAGES[status], "shell": BareShell(request), "messages": ()}
    return render(request, "ui/errors/error.html", context, status=status)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is missing or stale (settings.CSRF_FAILURE_VIEW)."""
    return answer(request, 403, [_STALE])


_STALE = gettext_noop("This form is no longer valid: open the page again and repeat what you did.")
