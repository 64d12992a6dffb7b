"""Answer a request with a release, or with an offer of less, once what they will see was seen."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import require
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import Record
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import open_form

from .. import questions, request_questions
from ..actions.answer_request import answer_request, gives_all, terms_of
from ..models import ReleaseRequest
from ..previewing import preview
from .asking import attempt
from .releasing import offer_of
from .request_forms import AnswerForm
from .requests import rows_of


@guarded("answer", "release_request")
def answer(request: HttpRequest, record: ReleaseRequest) -> HttpResponse:
    """Choose the record and what is given; see the preview; release, or offer."""
    form = open_form(AnswerForm, request, asked=record, under=_under(record), initial=_initial(request, record))
    if request.method == "POST" and form.is_valid():
        shown = _found(request, record, form)
        if shown:
            return shown
    context = {
        "form": form, "heading": _("Answer with a release"), "rows": rows_of(record),
        "back": reverse("exchange:request", args=[record.number]), "submit": _("See what they will see"),
    }  # fmt: skip
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)


def _found(request: HttpRequest, asked: ReleaseRequest, form: AnswerForm) -> HttpResponse | None:
    held = request_questions.named(asking(request), asked, form.cleaned_data["number"].strip())
    if held is None:
        form.add_error("number", _("You see no such record of your agency among what was asked for."))
        return None
    step = _answered if "confirmed" in request.POST else _shown
    return step(request, asked, held, form)


def _answered(request: HttpRequest, asked: ReleaseRequest, held: Record, form: AnswerForm) -> HttpResponse | None:
    given, version = form.answer(held.kind), form.cleaned_data["version"]

    def act() -> object:
        return answer_request(asking(request), asked, held, given, expected_version=version)

    if attempt(form, act) is None:
        return None
    drafts.discard(request)
    messages.success(request, _("Released.") if gives_all(asked, held, given) else _("Offered."))
    return redirect("exchange:request", asked.number)


def _shown(request: HttpRequest, asked: ReleaseRequest, held: Record, form: AnswerForm) -> HttpResponse | None:
    given = form.answer(held.kind)
    require(asking(request), "release", held)
    terms = terms_of(asked, given, asking(request).person_id)
    seen = attempt(form, lambda: preview(asking(request), held, terms, offer_of(held)))
    if seen is None:
        return None
    less = not gives_all(asked, held, given)
    context: dict[str, Any] = {
        "preview": seen, "agency": asked.onward_to or asked.owner, "expires_on": given.until_on, "offered": less,
        "kept": [(name, value) for name in request.POST if name in form.fields for value in request.POST.getlist(name)],
        "here": reverse("exchange:answer", args=[asked.number]),
        "back": reverse("exchange:request", args=[asked.number]),
        "name": faces.name_of(held.kind, held.number), "address": faces.address_of(held.kind, held.number),
    }  # fmt: skip
    return render(request, "exchange/preview.html", context)


def _initial(request: HttpRequest, asked: ReleaseRequest) -> dict[str, Any]:
    found = request_questions.held_under(asking(request), asked)
    return {
        "number": found[0][1] if len(found) == 1 else "", "groups": asked.groups, "until_on": asked.until_on,
        "version": asked.version,
    }  # fmt: skip


def _under(asked: ReleaseRequest) -> list[Any]:
    if asked.onward_of:
        return []
    kinds = sorted({pair.split(".", 1)[0] for pair in asked.groups})
    return [each for kind in kinds for each in questions.terms_between(asked.other_id, asked.owner_id, kind)]
