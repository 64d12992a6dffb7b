"""What judgements say of matching, and the pack a court gets."""

import json

import pytest

from manumit.modules.links import evaluating
from manumit.modules.links.actions.judge import judge
from manumit.modules.links.models import Candidate
from manumit.spine.audit.models import Entry

from .conftest import NUMBER, titled

FACTS = [{"sex": ["female"]}, {}]


def some(*judged: tuple[int, bool]) -> list[evaluating.Judged]:
    return [evaluating.Judged(1000 * bits, same, FACTS) for bits, same in judged]


def test_precision_and_recall_by_hand() -> None:
    lines = {each.bits: each for each in evaluating.lines(some((20, True), (12, True), (12, False), (3, False)))}
    assert (lines[10].pairs, lines[10].precision, lines[10].recall) == (3, 2 / 3, 1.0)
    assert (lines[15].precision, lines[15].recall) == (1.0, 0.5)
    assert lines[25].precision is None


def test_no_probability_before_there_are_enough() -> None:
    assert evaluating.calibration(some(*[(10, True)] * 499), -10_000) == []
    bins = evaluating.calibration(some(*[(10, place % 2 == 0) for place in range(500)]), -10_000)
    assert (sum(each.pairs for each in bins), round(bins[0].said, 2), bins[0].was) == (500, 0.5, 0.5)


def test_groups_say_what_was_recorded_and_what_was_not() -> None:
    found = {
        (each.name, each.value): (each.pairs, each.same) for each in evaluating.groups(some((9, True), (9, False)))
    }
    assert found == {("sex", "female"): (2, 1), ("race", ""): (2, 0 + 1)}


@pytest.mark.django_db
def test_the_page_counts_what_its_reader_may_see(alice, charlie, pair, as_person) -> None:
    judge(alice, pair, verdict="yes", reason="number")
    assert "1 pairs judged, 1 of them the same." in as_person(alice).get("/links/evaluation/").content.decode()
    assert "Nothing was judged yet" in as_person(charlie).get("/links/evaluation/").content.decode()


@pytest.mark.django_db
def test_a_pack_holds_inputs_model_judgements_and_the_rejected(alice, charlie, pair, as_person) -> None:
    titled(alice, NUMBER)
    rejected = Candidate.unscoped.exclude(pk=pair.pk).first()
    judge(alice, rejected, verdict="no", reason="excluded")
    judge(alice, pair, verdict="yes", reason="number", words="Seen")
    at = as_person(alice)
    pack = json.loads(at.get(f"/links/{pair.pk}/disclosure.json").content)
    assert pack["inputs_now"] == [{"phones": [NUMBER]}, {"phones": [NUMBER]}]
    assert sum(step["weight_millibits"] for step in pack["evidence"]) == pack["weight_millibits"] == pair.weight
    assert (pack["model"], pack["judgements"][0]["words"]) == (pair.model, "Seen")
    assert "refused" in {each["state"] for each in pack["other_candidates"]}
    assert at.get(f"/links/{pair.pk}/disclosure.pdf").content.startswith(b"%PDF")
    assert Entry.objects.filter(verb="links.disclose", record_id=pair.record_id).exists()
    assert as_person(charlie).get(f"/links/{pair.pk}/disclosure.json").status_code == 404
