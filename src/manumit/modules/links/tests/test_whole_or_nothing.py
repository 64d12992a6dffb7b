"""Who may read one group of a thing and not the other sees and finds nothing of it; nobody explains the hidden."""

from dataclasses import replace

import pytest

from manumit.modules.links import shared
from manumit.modules.links.models import Candidate
from manumit.modules.links.questions import candidates
from manumit.spine.matching import Described, Linkable, Matched, sight
from manumit.spine.matching.actions.ask import explain
from manumit.spine.matching.asking import search
from manumit.spine.matching.keys import Key
from manumit.spine.matching.question import Question
from manumit.spine.matching.seeing import seen, whole
from manumit.spine.records.tests.notes import Note
from manumit.spine.workflow.models import Notice

from . import conftest
from .conftest import MARKS, NUMBER, titled

pytestmark = pytest.mark.django_db
ASKED = Question("contact", "phone", {"phones": [NUMBER]})


@pytest.fixture
def two_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number belongs to two groups, of which an open note shows others the first alone."""
    offers = tuple(replace(each, groups=("summary", "narrative")) for each in conftest.OFFERS)
    monkeypatch.setattr(conftest, "OFFERS", offers)


@pytest.mark.parametrize("few", [sight.FEW, 0])
def test_a_part_of_what_is_matched_is_not_enough(alice, charlie, two_groups, monkeypatch, few) -> None:
    monkeypatch.setattr(sight, "FEW", few)
    theirs = [titled(alice, NUMBER, level="open") for _ in range(2)]
    own = titled(charlie, "505-555-0188")
    keys = [Key("phone", "note", note.pk, 0) for note in theirs]
    assert seen(charlie, keys) == set()
    assert [hit.key.record_id for hit in search(charlie, ASKED)] == [own.pk]
    assert candidates(charlie).count() == 0
    assert not Notice.unscoped.filter(agency=charlie.agency_id, event="link_found").exists()
    assert seen(alice, keys) == set(keys)
    assert [hit.key for hit in search(alice, ASKED)] == keys
    assert candidates(alice).count() == 1


def test_no_pair_is_explained_to_who_may_not_read_both(alice, charlie) -> None:
    hidden, mine = titled(alice, NUMBER), titled(charlie, NUMBER)
    keys = [Key("phone", "note", note.pk, 0) for note in (hidden, mine)]
    assert explain(charlie, "contact", keys[0], keys[1]) is None
    assert explain(charlie, "contact", keys[1], keys[0]) is None
    own = titled(charlie, NUMBER)
    assert explain(charlie, "contact", keys[1], Key("phone", "note", own.pk, 0)) is not None


def test_of_a_thing_that_is_read_in_part_nothing_is_charted(alice, charlie, two_groups) -> None:
    theirs = titled(alice, NUMBER, level="open")
    assert [row.thing for row in shared.things_of(alice, "note", theirs.number)] == [("phone", NUMBER)]
    assert shared.things_of(charlie, "note", theirs.number) == []


def test_what_is_found_for_a_thing_has_that_very_thing(alice) -> None:
    mine = titled(alice, NUMBER)
    titled(alice, "505-555-0124")
    assert [row.record[1] for row in shared.records_with(alice, ("phone", NUMBER), 9)] == [mine.number]


def test_each_thing_asks_for_its_own_groups(alice, charlie, monkeypatch) -> None:
    """Of an open note others read the telephone whole, and what it says of a missing person only in part."""
    offers = tuple(
        each if each.name == Matched.PHONE else replace(each, groups=("summary", "narrative"))
        for each in conftest.OFFERS
    )
    monkeypatch.setattr(conftest, "OFFERS", offers)
    theirs = titled(alice, "remains", story=MARKS, level="open")
    titled(charlie, "missing", story=MARKS, level="open")
    assert Candidate.unscoped.count() == 1
    assert (candidates(alice).count(), candidates(charlie).count()) == (0, 0)
    titled(alice, NUMBER, level="open")
    titled(charlie, NUMBER, level="open")
    assert [row.profile for row in candidates(charlie)] == ["contact"]
    assert seen(charlie, [Key("unidentified_remains", "note", theirs.pk, 0), Key("phone", "note", theirs.pk, 0)]) == {
        Key("phone", "note", theirs.pk, 0)
    }


def test_what_nobody_offers_is_seen_by_nobody(alice, pair) -> None:
    assert seen(alice, [Key("victim", "note", pair.record_id, 0)]) == set()
    for given in ({"record_kind": "elsewhere"}, {"record_name": "victim"}):
        Candidate.unscoped.update(**{"record_kind": "note", "record_name": "phone", **given})
        assert not Candidate.unscoped.filter(whole(alice, "record")).exists()
    Candidate.unscoped.update(record_kind="note", record_name="missing_person")
    assert Candidate.unscoped.filter(whole(alice, "record")).exists()
    assert not Candidate.unscoped.filter(whole(alice, "record", {("note", "phone")})).exists()


def test_of_a_record_the_things_are_charted_that_are_read_whole_and_no_others(alice, charlie, monkeypatch) -> None:
    """An open note shows others its telephone whole, and its account in part."""

    def accounts(ids):
        for note in Note.unscoped.filter(pk__in=ids):
            yield Described(note.pk, 1, {"accounts": [{"platform": "telegram", "handle": note.title}]})

    offer = Linkable(Matched.ACCOUNT, "note", ("summary", "narrative"), accounts)
    monkeypatch.setattr(conftest, "OFFERS", (*conftest.OFFERS, offer))
    theirs = titled(alice, NUMBER, level="open")
    sorts = [{row.thing[0] for row in shared.things_of(who, "note", theirs.number)} for who in (alice, charlie)]
    assert sorts == [{"phone", "account"}, {"phone"}]
