"""Joint work: the list, one on its page, starting, inviting, answering, writing into its log."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import Hidden, allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, guarded_of_any_kind, signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import Form, VersionedForm, open_form

from .. import covering, joint_questions
from ..actions.add_to_joint import add_to_joint, finish_entry
from ..actions.follow_joint import accept_invitation, decline_invitation, end_joint, leave, part_with
from ..actions.start_joint import invite, start_joint
from ..choices import JointAdds
from ..models import JointWork
from .asking import ask, attempt
from .joint_forms import EntryForm, InviteForm, PlanForm
from .releasing import offer_of

ANSWERS: dict[str, tuple[Any, Callable[[Actor, JointWork], object], str]] = {
    "accept": (gettext_lazy("Accept: work along"), accept_invitation, "invited"),
    "decline": (gettext_lazy("Decline the invitation"), decline_invitation, "invited"),
    "leave": (gettext_lazy("Take part no more"), leave, "works"),
}


@signed_in("Each person sees the joint work of their agency")
def list_page(request: HttpRequest) -> HttpResponse:
    """Show the joint work that the asker's agency leads or takes part in, newest first."""
    page = joint_questions.list_joint(asking(request), after=request.GET.get("after") or None)
    return render(request, "exchange/joint_list.html", {"page": page})


@guarded_of_any_kind("release")
def start(request: HttpRequest, record: Record) -> HttpResponse:
    """Start joint work on a record."""
    form = open_form(PlanForm, request, offer=offer_of(record))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: start_joint(asking(request), record, form.plan()))
        if made:
            drafts.discard(request)
            return redirect("exchange:joint", made.number)
    place = (record.kind, record.number)
    context = {
        "form": form, "heading": _("Work on it together with others"), "back": reverse("exchange:shared", args=place),
        "name": faces.name_of(*place), "address": faces.address_of(*place),
        "note": _("You lead. Nobody reads anything before they accept your invitation."),
    }  # fmt: skip
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)


@guarded("read_summary", "joint_work")
def show(request: HttpRequest, record: JointWork) -> HttpResponse:
    """Show joint work: who takes part, what they may do, and its log."""
    actor = asking(request)
    partners = joint_questions.partners_of(actor, record)
    mine, leads = joint_questions.my_part(actor, partners), record.owner_id == actor.agency_id
    open_now = record.state == "open"
    steps = [(name, title) for name, (title, _act, when) in ANSWERS.items() if mine == when]
    reads = leads or mine == "works"
    context = {
        "joint": record, "rows": rows_of(record), "partners": partners, "leads": leads,
        "steps": steps if open_now and allowed(actor, "answer", record) else [],
        "may_move": open_now and leads and bool(allowed(actor, "move", record)),
        "may_add": open_now and reads and (leads or record.may_add) and bool(allowed(actor, "contribute", record)),
        "entries": joint_questions.entries_of(actor, record) if reads else None, "mine": actor.agency_id,
    }  # fmt: skip
    return render(request, "exchange/joint.html", context)


@guarded("move", "joint_work")
def invite_page(request: HttpRequest, record: JointWork) -> HttpResponse:
    """Invite an agency."""
    form = open_form(InviteForm, request, joint=record)
    note = _("They read this page at once, and the record once they accept.")

    def act(given: dict[str, Any]) -> object:
        return invite(asking(request), record, given["agency"].pk)

    return ask(request, form, _("Invite an agency"), act, back=_back(record), rows=rows_of(record), note=note)


@guarded("read_summary", "joint_work")
def answer(request: HttpRequest, record: JointWork, step: str) -> HttpResponse:
    """Accept or decline an invitation, or leave."""
    if step not in ANSWERS:
        raise Hidden
    title, act, _when = ANSWERS[step]
    back = _back(record) if step == "accept" else reverse("exchange:joint_list")

    def done(given: dict[str, Any]) -> object:
        return act(asking(request), record)

    return ask(request, open_form(Form, request), title, done, back=back, rows=rows_of(record))


@guarded("move", "joint_work")
def part(request: HttpRequest, record: JointWork, agency_id: int) -> HttpResponse:
    """Let an agency take part no more."""
    note = _("What was released to it for this work ends at once.")

    def act(given: dict[str, Any]) -> object:
        return part_with(asking(request), record, agency_id)

    return ask(request, open_form(Form, request), _("Let it take part no more"), act, back=_back(record), note=note)


@guarded("move", "joint_work")
def end(request: HttpRequest, record: JointWork) -> HttpResponse:
    """End it for all."""
    form = open_form(VersionedForm, request, initial={"version": record.version})
    note = _("What was released for this work ends at once, for everybody.")

    def act(given: dict[str, Any]) -> object:
        return end_joint(asking(request), record, expected_version=given["version"])

    return ask(request, form, _("End the joint work"), act, back=_back(record), note=note)


@guarded("contribute", "joint_work")
def add(request: HttpRequest, record: JointWork) -> HttpResponse:
    """Write into the log."""
    actor = asking(request)
    partners = joint_questions.partners_of(actor, record)
    form = open_form(EntryForm, request, joint=record, partners=partners, leads=record.owner_id == actor.agency_id)

    def act(given: dict[str, Any]) -> object:
        to = int(given["for_agency"]) if given["for_agency"] else None
        return add_to_joint(actor, record, given["adds"], given["text"], for_agency_id=to, due_on=given["due_on"])

    return ask(request, form, _("Write into the log"), act, back=_back(record))


@guarded("contribute", "joint_work")
def finish(request: HttpRequest, record: JointWork, entry_id: int) -> HttpResponse:
    """Say that a task is done, or that a fact was taken into the record."""

    def act(given: dict[str, Any]) -> object:
        return finish_entry(asking(request), record, entry_id)

    return ask(request, open_form(Form, request), _("It is done"), act, back=_back(record))


def rows_of(record: JointWork) -> list[dict[str, Any]]:
    """Return what was planned, line by line."""
    adds = [str(label) for value, label in JointAdds.choices if value in record.may_add]
    lines = (
        (_("Record"), faces.name_of(record.record_kind, record.record_number)),
        (_("Lead"), record.owner.name),
        (_("Aim"), record.aim),
        (_("Partners read"), ", ".join(covering.titles(record.record_kind, record.groups))),
        (_("Partners may add"), ", ".join(adds) or _("nothing")),
        (_("Legal authority"), record.authority),
        (_("Through"), date_format(record.ends_on)),
    )
    return [{"name": name, "value": value} for name, value in lines]


def _back(record: JointWork) -> str:
    return reverse("exchange:joint", args=[record.number])
