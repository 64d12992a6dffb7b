"""Show on what was released to one's agency: where the agreement lets it, or by asking the owner for its word."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import find, require
from manumit.spine.access.models import Onward, Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, releasing
from manumit.spine.records.choices import Ended
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import demand_offer
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused

from .. import questions
from ..covering import last_moment
from ..models import ReleaseRequest
from .ask_release import Wanted, ask_release

NOT_SO = {
    Onward.NEVER: _("The agreement lets nobody show it on."),
    Onward.WORD: _("The agreement asks for the owner's word each time: ask for it."),
    Onward.YES: _("The agreement lets your agency show it on: a supervisor does so, without asking."),
}


@dataclass(frozen=True, slots=True)
class Onwards:
    """To which agency, what, for what, by what right, through which day."""

    agency_id: int
    groups: frozenset[str]
    purposes: frozenset[str]
    authority: str
    until_on: date


@action("record.show_on")
def show_on(actor: Actor, record: Record, release_id: int, on: Onwards) -> Release:
    """Let another agency read of `record` what the release gave, no wider and no longer; owner and receiver are told.

    Raises Denied or Hidden without permission `show_on` by the agreement or for what the actor may not read, Refused
    where the release has ended or the agreement does not let it, ValidationError by field as a release does.
    """
    first = demand_first(actor, record, release_id, on, Onward.YES)
    find(actor, "show_on", "agreement", first.under.agreement if first.under else "")
    ends = last_moment(on.until_on, first)
    terms = Terms(on.agency_id, on.groups, on.purposes, on.authority, ends, first.under, first)
    made = releasing.release(actor, record, terms, demand_offer(record))
    tell("released", beside(record), supervisors(on.agency_id), actor)
    tell("shown_on", beside(record), supervisors(record.owner_id), actor)
    return made


@action("record.ask_on")
def ask_on(
    actor: Actor, record: Record, release_id: int, on: Onwards, *, because: str, needed_by: date
) -> ReleaseRequest:
    """Ask the owner to let another agency read what the release gave: a request like any other, with its answer clock.

    Raises Denied, Hidden and Refused as `show_on`, ValidationError by field.
    """
    first = demand_first(actor, record, release_id, on, Onward.WORD)
    ends = last_moment(on.until_on, first)
    word = Terms(on.agency_id, on.groups, on.purposes, on.authority, ends, first.under, first, actor.person_id)
    releasing.demand_sense(record, word, demand_offer(record))
    return ask_release(actor, _wanted(record, first, on, because, needed_by))


@action("record.take_back")
def take_back(actor: Actor, record: Record, release_id: int, onward_id: int) -> Release:
    """End what the actor's agency showed on; what was read until then stays read.

    Raises Denied or Hidden without permission `show_on` by the agreement, Refused where it has ended.
    """
    require(actor, "read_summary", record)
    first = questions.first_hand(actor, record, release_id)
    rows = Release.objects.select_for_update().filter(pk=onward_id, onward_of=first, ended_at=None)
    found = rows.first() if first else None
    if first is None or found is None:
        raise Refused(_("This release has ended already."))
    find(actor, "show_on", "agreement", first.under.agreement if first.under else "")
    releasing.end(actor, [found], Ended.RECALLED)
    audit.record(actor, "record.take_back", kind=record.kind, record_id=record.pk, detail={"release": found.pk})
    return found


def demand_first(actor: Actor, record: Record, release_id: int, on: Onwards, rule: Onward) -> Release:
    """Return the release to be shown on, of which the actor reads all that is named, and whose agreement says `rule`.

    Raises Denied, Hidden, ValidationError for a group the kind does not have, Refused.
    """
    require(actor, "read_summary", record)
    first = questions.first_hand(actor, record, release_id)
    if first is None or first.giver_id != record.owner_id:
        raise Refused(_("Your agency has no such release: it has ended, or was itself shown on to it."))
    stands = Onward(first.under.onward) if first.under else Onward.NEVER
    if stands != rule:
        raise Refused(NOT_SO[stands])
    if not on.groups <= set(first.groups):
        raise ValidationError({"groups": [_("That is more than was released.")]})
    for group in sorted(on.groups):
        require(actor, f"read_{group}", record)
    return first


def _wanted(record: Record, first: Release, on: Onwards, because: str, needed_by: date) -> Wanted:
    return Wanted(
        record.owner_id, record.number, frozenset(f"{record.kind}.{group}" for group in on.groups | {"summary"}),
        on.purposes, on.authority, because, on.until_on, needed_by, onward_of=first, onward_to_id=on.agency_id,
    )  # fmt: skip
