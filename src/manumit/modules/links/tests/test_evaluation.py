"""What judgements say of matching, and the pack a court gets."""

import argparse
import json
from dataclasses import replace
from datetime import date

import pytest

from manumit.linkage import evaluation
from manumit.modules.links import sensitive
from manumit.modules.links.actions.disclose import disclose
from manumit.modules.links.actions.judge import judge
from manumit.modules.links.actions.withdraw_judgement import withdraw_judgement
from manumit.modules.links.commands import link_evaluate
from manumit.modules.links.evaluating import judged
from manumit.modules.links.exporting.pack_pdf import write
from manumit.modules.links.models import Candidate
from manumit.modules.links.questions import all_judgements
from manumit.spine.access import Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Person
from manumit.spine.matching import weights
from manumit.spine.records.tests.notes import Note

from .conftest import NUMBER, titled

FACTS = [{"sex": ["female"]}, {}]


def some(*judged: tuple[int, bool]) -> list[evaluation.Judged]:
    return [evaluation.Judged(1000 * bits, same, FACTS) for bits, same in judged]


def test_precision_and_recall_by_hand() -> None:
    lines = {each.bits: each for each in evaluation.lines(some((20, True), (12, True), (12, False), (3, False)))}
    assert (lines[10].pairs, lines[10].precision, lines[10].recall) == (3, 2 / 3, 1.0)
    assert (lines[15].precision, lines[15].recall) == (1.0, 0.5)
    assert lines[25].precision is None


def test_no_probability_before_there_are_enough() -> None:
    assert evaluation.calibration(some(*[(10, True)] * 499), -10_000) == []
    bins = evaluation.calibration(some(*[(10, place % 2 == 0) for place in range(500)]), -10_000)
    assert (sum(each.pairs for each in bins), round(bins[0].said, 2), bins[0].was) == (500, 0.5, 0.5)


def test_groups_say_what_was_recorded_and_what_was_not() -> None:
    judged_pairs = some((9, True), (9, False), (1, True))
    found = {(each.name, each.value): each for each in evaluation.groups(judged_pairs, 5000)}
    assert set(found) == {("sex", "female"), ("race", "")}
    for each in found.values():
        assert (each.pairs, each.same, each.precision, each.recall) == (3, 2, 0.5, 0.5)
    tribal = [evaluation.Judged(9000, True, [{"tribe": ["X"]}, {}])]
    assert ("tribe", "X") in {(each.name, each.value) for each in evaluation.groups(tribal, 0)}


def test_quarters_and_drift_wait_for_enough_pairs() -> None:
    early, late = date(2026, 1, 5), date(2026, 4, 5)
    few = [evaluation.Judged(10_000, True, FACTS, day) for day in (early, late)]
    assert [(each.name, each.pairs, each.gap) for each in evaluation.quarters(few, 0)] == [
        ("2026-Q1", 1, None),
        ("2026-Q2", 1, None),
    ]
    assert evaluation.drift(few) is None
    still = [evaluation.Judged(place % 20 * 1000, place % 20 > 9, FACTS, early) for place in range(300)]
    again = [replace(each, on=late) for each in still]
    moved = [replace(each, weight=each.weight + 9000) for each in again]
    assert evaluation.drift(still + again) < 0.01
    assert evaluation.drift(still + moved) > 0.25
    assert all(each.gap is not None for each in evaluation.quarters(still + again, -10_000))


@pytest.mark.django_db
def test_what_sex_and_race_do_is_told_apart() -> None:
    model = weights.starting("suspect").version
    alike, other = {"sex": ["female"], "race": ["I"]}, {"sex": ["male"], "race": ["W"]}
    pairs = [evaluation.Judged(9000, True, [alike, alike], model=model)]
    pairs += [evaluation.Judged(9000, False, [alike, other], model=model)]
    found = {each.feature: each for each in sensitive.without_each("suspect", pairs, 8500)}
    assert found["sex"].moved == 2
    assert found["sex"].ranked_with == 0.5
    assert found["sex"].ranked_without < 0.5  # the pair that is the same loses what sex said for it
    assert found["race"].moved == 1, "race never weighs against"
    assert found["race"].without_it.recall == 0.0
    assert "tribe" not in found, "suspects are not compared by Tribe"
    person = [replace(each, model=weights.starting("person").version) for each in pairs]
    assert {each.feature: each for each in sensitive.without_each("person", person, 0)}["tribe"].switched_off
    assert sensitive.without_each("contact", pairs, 0) == []


@pytest.mark.django_db
def test_the_command_says_what_the_page_says(alice, charlie, pair, capsys) -> None:
    judge(alice, pair, verdict="yes", reason="number")
    for who, pairs in ((alice, 1), (charlie, 0)):
        email = Person.objects.get(pk=who.person_id).email
        options = argparse.Namespace(profile="contact", by=email, agency=None, purpose="investigation")
        assert link_evaluate.run(options) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["pairs"], found["same"], found["calibration"]) == (pairs, pairs, [])
    assert link_evaluate.run(argparse.Namespace(**{**vars(options), "by": "nobody@example.org"})) == 1


@pytest.mark.django_db
def test_the_page_counts_what_its_reader_may_see(alice, charlie, pair, as_person) -> None:
    judge(alice, pair, verdict="yes", reason="number")
    assert "1 pair judged, 1 of them the same." in as_person(alice).get("/links/evaluation/").content.decode()
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


def test_a_pack_leaves_out_no_other_candidate_however_many(alice, pair) -> None:
    many = [
        Candidate(**{**_columns(pair), "other_key": f"phone:note:{pair.other_id}:{part}"}) for part in range(1, 131)
    ]
    Candidate.unscoped.bulk_create(many)
    assert len(disclose(alice, pair)["other_candidates"]) == 130
    assert write(disclose(alice, pair))[:5] == b"%PDF-"


def _columns(pair: Candidate) -> dict[str, object]:
    return {field.attname: getattr(pair, field.attname) for field in pair._meta.fields if field.name != "id"}


@pytest.mark.django_db
def test_what_is_taken_back_unsure_or_disputed_is_counted_nowhere(alice, bob, pair) -> None:
    def counted() -> list[bool]:
        return [each.same for each in judged(all_judgements(alice, "contact"))]

    judge(alice, pair, verdict="unsure", reason="too_little")
    assert counted() == []
    judge(alice, pair, verdict="no", reason="excluded")
    assert counted() == [False]
    judge(bob, pair, verdict="yes", reason="number")
    assert counted() == []
    withdraw_judgement(alice, pair)
    assert counted() == [True]


@pytest.mark.django_db
def test_a_pack_and_an_evaluation_hold_what_their_reader_may_read(alice, charlie) -> None:
    """Charlie's open note pairs with a hidden one of Alice's: of that she is told, and Charlie is not."""
    theirs = [titled(alice, NUMBER, level=level) for level in ("open", "restricted")]
    mine = titled(charlie, NUMBER, level="open")
    for each in list(Candidate.unscoped.all()):
        judge(alice, each, verdict="yes", reason="number")
    shared = next(
        each for each in Candidate.unscoped.all() if {each.record_id, each.other_id} == {theirs[0].pk, mine.pk}
    )
    assert [len(disclose(who, shared)["other_candidates"]) for who in (alice, charlie)] == [2, 0]
    assert [all_judgements(who, "contact").count() for who in (alice, charlie)] == [3, 1]
    Note.unscoped.filter(pk=mine.pk).update(level="restricted")
    with pytest.raises(Hidden):
        disclose(alice, shared)
