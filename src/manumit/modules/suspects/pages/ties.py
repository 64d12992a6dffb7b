"""To which cases a suspect is tied, who else is of interest in them, and what the record was joined with."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access import Denied, Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record
from manumit.spine.ui import faces, render
from manumit.spine.ui.forms import open_form
from manumit.spine.workflow import questions as work
from manumit.spine.workflow.refusing import Refused

from ..actions.tie_case import tie_case
from ..models import Suspect
from ..questions import also_in, parts_of
from .asking import ask, identity_of
from .forms import TieForm


@guarded("read_case", "suspect")
def ties(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Show the cases, for each the others of interest in it that the asker may see, and the joined records."""
    actor = asking(request)
    rows = parts_of(record).get("cases", ())
    context = {
        **identity_of(record),
        "heading": _("Ties"),
        "cases": [_case(actor, record, tie) for tie in rows],
        "joined": [_joined(link, record) for link in work.work_beside(actor, record).links],
        "may_edit": record.owner_id == actor.agency_id,
    }
    return render(request, "suspects/ties.html", context)


@guarded("edit", "suspect")
def tie(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Tie the person to one more case."""
    form = open_form(TieForm, request)

    def act() -> object:
        given = form.cleaned_data
        case = _named(asking(request), given["number"])
        return tie_case(asking(request), record, case, how=given["how"], source=given["source"])

    return ask(request, record, form, _("Tie to another case"), act)


def _named(actor: Actor, number: str) -> Record:
    """Return the case of any kind that bears the number, which one may work on."""
    for face in faces.all_faces():
        try:
            found: Record = find_of_any_kind(actor, "work", face.kind, number.strip().upper())
        except (Hidden, Denied):
            continue
        return found
    raise Refused(_("No case of this number on which you may work."))


def _case(actor: Actor, suspect: Suspect, row: Any) -> dict[str, Any]:
    place = (row.case_kind, row.case_number)
    others, more = also_in(actor, suspect, (row.case_kind, row.case_id))
    return {
        "tie": row, "name": faces.name_of(*place), "address": faces.address_of(*place), "others": others, "more": more,
    }  # fmt: skip


def _joined(link: Any, suspect: Suspect) -> dict[str, Any]:
    place = link.other_side(suspect)
    return {"link": link, "name": faces.name_of(*place), "address": faces.address_of(*place)}
