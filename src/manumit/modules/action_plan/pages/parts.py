"""Adding and correcting any noun of a plan or partnership: one screen, its questions from the table of nouns."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded
from manumit.spine.records import NothingToChange
from manumit.spine.ui.refusing import asking

from ..actions.keep_part import add_part, edit_part
from ..models import Partnership, Plan
from ..nouns import NOUNS, Noun
from .asking import ask
from .noun_forms import NounForm, form_of, standing, years_asked

LARGEST = 2**63
PAGE: Mapping[str, str] = {"plan": "action_plan:plan", "partnership": "action_plan:partnership"}


@guarded("edit", "plan")
def add_to_plan(request: HttpRequest, record: Plan, noun: str) -> HttpResponse:
    """Add to a plan."""
    return _add(request, record, _noun(noun, record))


@guarded("edit", "plan")
def edit_in_plan(request: HttpRequest, record: Plan, noun: str, row_id: int) -> HttpResponse:
    """Correct in a plan."""
    return _edit(request, record, _noun(noun, record), row_id)


@guarded("edit", "partnership")
def add_to_partnership(request: HttpRequest, record: Partnership, noun: str) -> HttpResponse:
    """Add to a partnership."""
    return _add(request, record, _noun(noun, record))


@guarded("edit", "partnership")
def edit_in_partnership(request: HttpRequest, record: Partnership, noun: str, row_id: int) -> HttpResponse:
    """Correct in a partnership."""
    return _edit(request, record, _noun(noun, record), row_id)


def _noun(name: str, record: Any) -> Noun:
    noun = NOUNS.get(name)
    if noun is None or noun.kind != record.kind:
        raise Http404
    return noun


def rows_of(request: HttpRequest, record: Any, noun: Noun) -> Any:
    """Return the rows of a noun in a record."""
    return noun.model.objects.visible_to(asking(request)).filter(**{noun.path: record})


def _form(request: HttpRequest, record: Any, noun: Noun, fields: Mapping[str, Any], shown: Any) -> NounForm:
    made = form_of(
        noun.model,
        fields,
        lambda name: rows_of(request, record, NOUNS[noun.rows[name]]),
        years=years_asked(noun, record),
        needed=record.years if noun.years else (),
    )
    return made(request.POST or None, initial={"version": record.version, **shown})


def _add(request: HttpRequest, record: Any, noun: Noun) -> HttpResponse:
    form = _form(request, record, noun, noun.fields, {})

    def act() -> Any:
        return add_part(asking(request), record, noun, form.values(), source=form.cleaned_data["source"])

    return ask(request, form, _("Add: %(what)s") % {"what": noun.one}, act, back=_back(record), about=str(record))


def _edit(request: HttpRequest, record: Any, noun: Noun, row_id: int) -> HttpResponse:
    row = rows_of(request, record, noun).filter(pk=min(row_id, LARGEST - 1)).first()
    if row is None or not noun.editable:
        raise Http404
    asked = {name: label for name, label in noun.fields.items() if name not in noun.locked}
    form = _form(request, record, noun, asked, standing(row, asked, years_asked(noun, record)))

    def act() -> Any:
        if form.cleaned_data["version"] == record.version and not set(form.changed_data) - {"source", "version"}:
            raise NothingToChange(tuple(asked))
        return edit_part(
            asking(request), record, noun, row, form.values(),
            expected_version=form.cleaned_data["version"], source=form.cleaned_data["source"],
        )  # fmt: skip

    title = _("Correct: %(what)s") % {"what": noun.one}
    return ask(request, form, title, act, back=_back(record), about=str(row) if noun.locked else "")


def _back(record: Any) -> str:
    return reverse(PAGE[record.kind], args=[record.number])
