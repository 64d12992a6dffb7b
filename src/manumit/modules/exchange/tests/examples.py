"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Nation
from manumit.spine.records import Record, registry, releasing
from manumit.spine.records.manifest import SampleData
from manumit.spine.records.releasable import releasable
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import recall, release_record

from ..actions.add_to_joint import add_to_joint
from ..actions.ask_release import Wanted, ask_release
from ..actions.draft_agreement import Draft, draft_agreement
from ..actions.move_agreement import move_agreement
from ..actions.record_decision import Decided, record_decision
from ..actions.start_joint import Plan, invite, start_joint
from ..actions.transfer_record import Offer, offer_transfer
from ..covering import groups_offered
from ..models import ReleaseEnd
from .cases import open_case

WORKING = ["investigator", "supervisor"]
AGREEMENT = "exchange/agreements/<slug:number>/"
TRANSFER = "exchange/transfers/<slug:number>/"
REQUEST = "exchange/requests/<slug:number>/"
JOINT = "exchange/joint/<slug:number>/"
RECORD = "exchange/<slug:kind>/<slug:number>/"
ONWARD = f"{RECORD}on/<int:release_id>/"


def examples(person: Membership) -> dict[str, str]:
    """Offer an agreement, decide for a nation, release a record of any module, and return values by argument."""
    nation = Nation.objects.create(name="Nation of the examples")
    Agency.objects.filter(pk=person.agency_id).update(nation=nation)
    actor = actor_for(person.pk, "investigation")
    works = Membership.objects.filter(roles__overlap=WORKING).exclude(agency=person.agency_id).order_by("pk").first()
    if actor is None or works is None:
        raise LookupError("The world of the tests has two agencies and somebody in one")
    other = works.agency
    record_decision(actor, nation.pk, Decided("statistics", True, "Council", "Resolution 26-1"))
    number = _agreement(actor, other)
    named = {f"{AGREEMENT}{page} number": number for page in ("", "sign/", "step/<slug:step>/")}
    step = {f"{AGREEMENT}step/<slug:step>/ step": "decline"}
    asked = _asked(other, Agency.objects.get(pk=person.agency_id))
    named |= {f"{REQUEST}{page} number": asked for page in ("", "answer/", "step/<slug:step>/")}
    step |= {f"{REQUEST}step/<slug:step>/ step": "refuse"}
    return {**named, **step, "nation_id": str(nation.pk), **_released(actor, other)}


def _agreement(actor: Actor, other: Agency) -> str:
    if not groups_offered():
        return "AG-0000-000"
    today = timezone.localdate()
    draft = Draft(
        other.pk, "Missing persons", frozenset(groups_offered()), frozenset({"investigation"}), "25 USC 5701", today,
        today + timedelta(days=365), answer_days=10,
    )  # fmt: skip
    made = draft_agreement(actor, draft)
    move_agreement(actor, made, "offer", expected_version=made.version)
    return made.number


def _workers(agency: Agency) -> Iterable[Membership]:
    """Return who works on cases there: other modules' examples bring agencies in which nobody does."""
    return Membership.objects.filter(agency=agency, roles__overlap=WORKING).order_by("pk")


def _asked(other: Agency, of: Agency) -> str:
    """Let somebody of the other agency ask this one for a release, and return the request's number."""
    asker = next((actor_for(each.pk, "investigation") for each in _workers(other)), None)
    if asker is None or not groups_offered():
        return "RQ-0000-000"
    today = timezone.localdate()
    wanted = Wanted(
        of.pk, "C-0000-000", frozenset(groups_offered()), frozenset({"investigation"}), "18 USC 1591", "Same vehicle",
        today + timedelta(days=90), today + timedelta(days=30),
    )  # fmt: skip
    return ask_release(asker, wanted).number


def _released(actor: Actor, other: Agency) -> dict[str, str]:
    record = _record(actor)
    pages = ("joint/", "shared/", "release/", "readers/", "transfer/", "release/<int:release_id>/recall/")
    if record is None:
        found: Any = {"kind": "case", "number": "C-0000-000", "release_id": "1"}
    else:
        ends = timezone.now() + timedelta(days=9)
        terms = Terms(other.pk, frozenset({"summary"}), frozenset({"investigation"}), "Request", ends)
        made: Release = release_record(actor, record, terms)
        found = {"kind": record.kind, "number": record.number, "release_id": str(made.pk)}
        gone = release_record(actor, record, terms)
        recall(actor, record, gone.pk)
    ended = ReleaseEnd.objects.page(actor).rows
    named = _shown_on(actor, other)
    named |= {"exchange/received/ended/<slug:number>/ number": ended[0].number if ended else "RE-0000-000"}
    named |= _joint(actor, other, record)
    named |= {f"{TRANSFER}{page} number": _offered(actor, other, record) for page in ("", "step/<slug:step>/")}
    named |= {f"{TRANSFER}step/<slug:step>/ step": "withdraw"}
    return {**named, **{f"{RECORD}{page} {name}": value for page in pages for name, value in found.items()}}


def _shown_on(actor: Actor, other: Agency) -> dict[str, str]:
    """Let the other agency release a record to the actor's under an agreement, show it on; return values for that."""
    found, onward = {"kind": "case", "number": "C-0000-000", "release_id": "1"}, "1"
    giver = next((actor_for(each.pk, "investigation") for each in _workers(other)), None)
    known = "case" in {kind.name for kind in kinds.all_kinds()}
    record = open_case(giver) if giver and known else None
    offer = releasable(record.kind) if record else None
    if giver and record and offer:
        third, _ = Agency.objects.get_or_create(name="Third of the examples", short_name="EX3", kind="state")
        ends = timezone.now() + timedelta(days=9)
        under = SharingTerms.objects.create(
            agreement="AG-0000-000", giver=other, receiver_id=actor.agency_id, groups=sorted(groups_offered()),
            purposes=["investigation"], authority="25 USC 5701", onward="yes", starts_at=timezone.now(),
            expires_at=ends,
        )  # fmt: skip
        terms = Terms(actor.agency_id, frozenset({"summary"}), frozenset({"investigation"}), "Request", ends, under)
        with transaction.atomic():
            first = releasing.release(giver, record, terms, offer)
            second = releasing.release(giver, record, replace(terms, agency_id=third.pk, onward_of=first), offer)
        found, onward = {"kind": record.kind, "number": record.number, "release_id": str(first.pk)}, str(second.pk)
    pages = ("", "show/", "ask/", "back/<int:onward_id>/")
    named = {f"{ONWARD}{page} {name}": value for page in pages for name, value in found.items()}
    return {**named, f"{ONWARD}back/<int:onward_id>/ onward_id": onward}


def _joint(actor: Actor, other: Agency, record: Record | None) -> dict[str, str]:
    """Start joint work with an entry and an invitation, and return values for its addresses."""
    number, entry = "JW-0000-000", 1
    if record is not None:
        ends = timezone.localdate() + timedelta(days=9)
        plan = Plan("Find the truck", "25 USC 5701", frozenset({"summary"}), frozenset({"note"}), ends)
        made = start_joint(actor, record, plan)
        invite(actor, made, other.pk)
        number, entry = made.number, add_to_joint(actor, made, "fact", "Plate 7KX 402").pk
    pages = ("", "invite/", "answer/<slug:step>/", "part/<int:agency_id>/", "end/", "add/", "finish/<int:entry_id>/")
    named = {f"{JOINT}{page} number": number for page in pages}
    named |= {f"{JOINT}answer/<slug:step>/ step": "accept", f"{JOINT}part/<int:agency_id>/ agency_id": str(other.pk)}
    return {**named, f"{JOINT}finish/<int:entry_id>/ entry_id": str(entry)}


@cache
def _offered(actor: Actor, other: Agency, record: Record | None) -> str:
    return offer_transfer(actor, record, Offer(other.pk, "Theirs")).number if record else "TR-0000-000"


def _record(actor: Actor) -> Record | None:
    """Return an invented record of the actor's agency that can be released; None where no module has one."""
    if "case" not in {kind.name for kind in kinds.all_kinds()}:
        return None
    for offer in registry.providers(SampleData):
        offer.load([actor], 1)
    rows: list[Record] = kinds.get("case").model_class.objects.page(actor, limit=1).rows  # type: ignore[attr-defined]
    return rows[0] if rows else None
