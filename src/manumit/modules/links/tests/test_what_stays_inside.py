"""Each way by which a candidate for remains is shown or told, asked by two alike: police, and who serves victims.

What the one is shown the other is not, though both may read both records: so it is the guard that keeps it inside.
"""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from manumit.modules.links.actions.judge import judge
from manumit.modules.links.actions.keep_watch import keep_watch
from manumit.modules.links.actions.raise_links import raise_links
from manumit.modules.links.actions.tell_of_watch import tell_of_watch
from manumit.modules.links.models import Candidate, PointerHit
from manumit.modules.links.questions import candidates, judgements, pointers
from manumit.spine.access import Hidden
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.identity.models import Agency
from manumit.spine.matching import Described, outside
from manumit.spine.matching.actions.ask import ask, explain
from manumit.spine.matching.keys import Key
from manumit.spine.matching.question import Question
from manumit.spine.workflow.models import Notice

from .conftest import MARKS, acting, titled

pytestmark = pytest.mark.django_db
ASKED = Question("remains", "missing_person", {"marks": MARKS.split(", ")})
YES = {"verdict": "yes", "reason": "looks"}


def world(alice, serving: str, level: str = "open") -> SimpleNamespace:
    """Dora of an agency that serves as it says misses somebody whose remains Alice's agency has; both are open."""
    home = Agency.objects.create(name=serving, short_name=serving, kind=serving)
    until = timezone.now() + timedelta(days=30)
    Agreement.objects.create(agency=home, reference="A test", signed_on="2026-01-01", expires_at=until)
    dora = acting("Dora", home, "investigator", "supervisor")
    missing = titled(dora, "missing", story=MARKS, level=level)
    titled(alice, "remains", story=MARKS, level=level)
    return SimpleNamespace(alice=alice, dora=dora, missing=missing, pair=Candidate.unscoped.get())


def judged(at: Any) -> bool:
    try:
        return bool(judge(at.dora, at.pair, **YES))
    except Hidden:
        return False


def explained(at: Any) -> bool:
    one, other = Key.parse(at.pair.record_key), Key.parse(at.pair.other_key)
    return explain(at.dora, "remains", one, other) is not None


def watched(at: Any) -> bool:
    watch = keep_watch(at.dora, at.missing, ASKED, why="To find her", ends_on=timezone.localdate() + timedelta(days=9))
    return bool(tell_of_watch(None, watch))


def read_judgements(at: Any) -> bool:
    judge(at.alice, at.pair, **YES)
    return bool(judgements(at.dora, at.pair))


WAYS = {
    "queue": lambda at: candidates(at.dora).exists(),
    "who could this be": lambda at: bool(ask(at.dora, [ASKED])[0]),
    "explain": explained,
    "judge": judged,
    "judgements": read_judgements,
    "notice": lambda at: Notice.unscoped.filter(agency=at.dora.agency_id, event="link_found").exists(),
    "watch": watched,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("serving", "shown"), [("tribal", True), ("service_provider", False)])
def test_police_are_shown_what_who_serves_victims_is_not(alice, way, serving, shown) -> None:
    assert WAYS[way](world(alice, serving)) == shown


def test_a_pointer_is_neither_written_for_who_serves_victims_nor_shown_to_who_comes_to_do_so(alice) -> None:
    at = world(alice, "tribal", level="restricted")
    PointerHit.unscoped.create(
        record_kind="note", record_id=at.missing.pk, record_number=at.missing.number, agency_id=at.dora.agency_id,
        holder_id=alice.agency_id, candidate=at.pair.pk, profile="remains", name="missing_person",
    )  # fmt: skip
    assert len(pointers(at.dora)) == 1
    Agency.objects.filter(pk=at.dora.agency_id).update(kind="service_provider")
    assert not pointers(actor_for(at.dora.membership_id, "investigation")).exists()
    raise_links(None, "note", [at.missing.pk])
    assert not PointerHit.unscoped.exists()


def thing(identified: str) -> Described:
    return Described(1, 0, {}, identified=identified)


@pytest.mark.parametrize(
    "known",
    [{}, {1: thing("")}, {1: thing("visual"), 2: thing("dna")}, {1: thing("dna")}],
    ids=["gone", "nobody", "by sight", "one of two"],
)
def test_nothing_leaves_unless_all_remains_are_there_and_identified(monkeypatch, known) -> None:
    keys = {part: Key("unidentified_remains", "note", part, 0) for part in (1, 2)}
    monkeypatch.setattr(outside, "things", lambda asked: {keys[part]: each for part, each in known.items()})
    with pytest.raises(outside.NotIdentified):
        outside.demand_identified(keys.values())


def test_what_are_no_remains_need_no_examiner() -> None:
    assert outside.demand_identified([Key("phone", "note", 1, 0)]) == ""
