"""Invent what stands between the agencies of the demonstration, through the same actions as everybody else's."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import find, kinds
from manumit.spine.access.models import Onward, SharingTerms, Use
from manumit.spine.access.resting import rests_on
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.records import Record, action
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

from ..covering import groups_offered
from ..models import ReleaseRequest, SharingAgreement, Transfer
from .answer_request import Answer, answer_request
from .ask_release import Wanted, ask_release
from .draft_agreement import Draft, draft_agreement
from .move_agreement import move_agreement
from .record_decision import Decided, may_record, record_decision
from .sign_agreement import hash_of, sign_agreement
from .transfer_record import Offer, offer_transfer

ORIGIN = "sample"
KIND = "case"
SHOWN = frozenset({"people", "narrative"})
PAPERS: tuple[type[Any], ...] = (SharingAgreement, ReleaseRequest, Transfer)
Step = Callable[[Actor, Actor, Record], object]


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """See to it that two agencies have an agreement in force with a release that was read, requests and an offer.

    At most as many papers as there are `STEPS`, none without two agencies and a case of the first. A nation among them
    has decided about research. Returns how many papers were added.
    """
    pair = [replace(each, purpose=Purpose.INVESTIGATION.value) for each in actors[:2]]
    cases = _cases(pair[0]) if len(pair) == 2 else []
    if len(cases) < len(STEPS):
        return 0
    first, second = pair
    there = count_sample()
    for place in range(there, min(wanted, len(STEPS))):
        STEPS[place](first, second, cases[place])
    if there == 0 and wanted:
        _decided(pair)
    return count_sample() - there


def count_sample() -> int:
    """Return how many invented papers there are."""
    return sum(model.unscoped.filter(origin=ORIGIN).count() for model in PAPERS)


def _agreed(first: Actor, second: Actor, case: Record) -> None:
    """Agree, release under the agreement, and let the other agency read."""
    today = timezone.localdate()
    groups = frozenset(f"{KIND}.{group}" for group in SHOWN)
    draft = Draft(
        second.agency_id, "Missing persons of the valley", groups, frozenset({"investigation"}),
        "25 USC 5701; council resolution 26-14", today, today + timedelta(days=365), onward=Onward.WORD,
        answer_days=10, origin=ORIGIN,
    )  # fmt: skip
    made = draft_agreement(first, draft)
    move_agreement(first, made, "offer", expected_version=made.version)
    for each, capacity in ((first, "Chief of Police"), (second, "Agent in charge")):
        sign_agreement(each, made, capacity=capacity, terms_hash=hash_of(made))
    under = SharingTerms.objects.get(agreement=made.number)
    release_record(
        first, case, Terms(second.agency_id, SHOWN, frozenset({"investigation"}), "Joint search", _in(60), under)
    )
    read_sample(second, case)


@action("sample.read")
def read_sample(actor: Actor, case: Record) -> None:
    """Read what was released, and leave the leaf of such a read."""
    found = find(actor, "read_summary", case.kind, case.number)
    audit.record(
        actor, f"{case.kind}.read", kind=case.kind, record_id=case.pk, group="summary", detail=rests_on(actor, found)
    )


def _asked(first: Actor, second: Actor, case: Record) -> ReleaseRequest:
    today = timezone.localdate()
    wanted = Wanted(
        first.agency_id, case.number, frozenset(f"{KIND}.{group}" for group in SHOWN), frozenset({"investigation"}),
        "18 USC 1591", "The same truck was seen in a case of ours.", today + timedelta(days=90),
        today + timedelta(days=21), origin=ORIGIN,
    )  # fmt: skip
    return ask_release(second, wanted)


def _offered_less(first: Actor, second: Actor, case: Record) -> None:
    asked = _asked(first, second, case)
    less = Answer(
        frozenset({"people"}), timezone.localdate() + timedelta(days=30), "Chief's order", said="Names alone."
    )
    answer_request(first, asked, case, less, expected_version=asked.version)


def _handed_over(first: Actor, second: Actor, case: Record) -> None:
    offer_transfer(first, case, Offer(second.agency_id, "It happened on your side of the river.", origin=ORIGIN))


STEPS: tuple[Step, ...] = (_agreed, _asked, _offered_less, _handed_over)
"""What is invented, in this order: each adds one paper."""


def _decided(actors: Sequence[Actor]) -> None:
    """Let the nation of one of the agencies allow research, as its council might."""
    for each in actors:
        if each.nation_id is not None and may_record(each, each.nation_id):
            said = Decided(Use.RESEARCH.value, True, "Tribal Council", "Resolution 26-17")
            record_decision(each, each.nation_id, said)


def _cases(actor: Actor) -> list[Record]:
    """Return cases of the actor's agency; none where no module has cases that can be released so."""
    if not {f"{KIND}.{group}" for group in SHOWN} <= groups_offered():
        return []
    model: Any = kinds.get(KIND).model_class
    rows = model.objects.page(actor, limit=100).rows
    own = [row for row in rows if row.owner_id == actor.agency_id and not getattr(row, "protected", False)]
    return own[: len(STEPS)]


def _in(days: int) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=days), time.max))
