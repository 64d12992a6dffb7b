"""Two changes at once: both values of each question, and a person chooses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.records import Conflict
from manumit.spine.ui import render
from manumit.spine.ui.forms.said import CorrectingForm
from manumit.spine.ui.forms.spread import Spread

from ..models import Case
from .labels import label, path_label, shown
from .show_case import identity_of

ABOUT = "person"


def show_conflict(
    request: HttpRequest, case: Case, form: CorrectingForm, conflict: Conflict, *, stands: Any
) -> HttpResponse:
    """Return the page that shows each clash; `stands` is the row as it is now: the case, or what stands in it."""
    part, asked = getattr(stands, "part", ""), _questions(form)
    clashes = {asked.get(clash.field, clash.field): clash for clash in conflict.clashes}
    values = {name: _values(request, form, name, clash, stands) for name, clash in clashes.items()}
    kept = [(name, value) for name, values in request.POST.lists() for value in values if _is_kept(name)]
    context = {
        **identity_of(case),
        "rows": [
            {"field": name, "title": label(name, part), "yours": yours, "theirs": theirs}
            for name, (yours, theirs) in values.items()
        ],
        "kept": [*kept, ("version", conflict.version)],
        "alone": [label(name, part) for name in form.changed() if name not in clashes],
        "elsewhere": [path_label(path) for path in conflict.elsewhere],
    }
    return render(request, "cases/conflict.html", context, status=409)


def chosen(request: HttpRequest, form: CorrectingForm) -> dict[str, Any]:
    """Return what the form changes, without the questions for which the value that stands was chosen."""
    return form.values(name for name in form.changed() if request.POST.get(f"keep_{name}") != "theirs")


def _questions(form: CorrectingForm) -> dict[str, str]:
    spread = {name: field for name, field in form.fields.items() if isinstance(field, Spread)}
    return {column: name for name, field in spread.items() for column in field.columns}


def _values(request: HttpRequest, form: CorrectingForm, name: str, clash: Any, stands: Any) -> tuple[str, str]:
    """Return your answer and the one that stands, as people read them."""
    part, field = getattr(stands, "part", ""), form.fields.get(name)
    if isinstance(field, Spread):
        return request.POST.get(name, ""), field.gather(stands)
    if name == ABOUT:
        return _named(form, request.POST.get(name, "")), _named(form, str(stands.person_id))
    return shown(name, clash.yours, part), shown(name, clash.theirs, part)


def _named(form: CorrectingForm, pk: str) -> str:
    names: Any = {str(key): title for key, title in getattr(form.fields[ABOUT], "choices", ())}
    return str(names.get(pk, _("Nobody in particular")))


def _is_kept(name: str) -> bool:
    return name not in {"csrfmiddlewaretoken", "version"} and not name.startswith("keep_")
