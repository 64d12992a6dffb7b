"""A number that very many open records carry raises no crowd of pairs; one line says so, to who may know it."""

import random

import pytest

from manumit.linkage import frequencies
from manumit.modules.links.actions.raise_links import raise_links
from manumit.modules.links.batching import look_at_all
from manumit.modules.links.jobs import find_links
from manumit.modules.links.models import Candidate
from manumit.modules.links.questions import candidates
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.identity.models import Agency
from manumit.spine.matching import common, indexing, journal, weights
from manumit.spine.matching.common import common_numbers, counted_among, recount
from manumit.spine.matching.keys import Key
from manumit.spine.records.tests import notes

from .conftest import NUMBER, titled

pytestmark = pytest.mark.django_db
SHOWN = "+15055550123"
TERM = "15055550123"
COMMON, AS_IT_IS = 8, frequencies.COMMON
"""So few are common in these tests but the one at size."""


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    limit(monkeypatch, COMMON)


def limit(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    for module in (frequencies, common):
        monkeypatch.setattr(module, "COMMON", count)


def crowd(of, many: int, level: str = "open", number: str = NUMBER, **values: object) -> list[int]:
    """Make notes of one number at once, noted as an import notes them."""
    owner = Agency.objects.get(pk=of.agency_id)
    made = [notes.note(owner, level=level, title=number, **values).pk for _ in range(many)]
    journal.note("note", made)
    return made


def carried() -> dict[str, int]:
    return dict(weights.current("contact").frequencies["phone"].counts)


def test_an_import_of_one_number_at_size_raises_no_pair_and_the_rare_one_still_does(alice, monkeypatch) -> None:
    """300 cases of one number are 44,850 pairs."""
    limit(monkeypatch, AS_IT_IS)
    find_links(kind="note", ids=crowd(alice, 300))
    assert Candidate.unscoped.count() == 0
    find_links(kind="note", ids=crowd(alice, 2, number="505-555-0188"))
    assert Candidate.unscoped.count() == 1
    assert carried() == {TERM: AS_IT_IS}


def test_one_fewer_and_all_are_raised_until_the_night_counts_one_more(alice) -> None:
    find_links(kind="note", ids=crowd(alice, COMMON - 1))
    assert candidates(alice).count() == (COMMON - 1) * (COMMON - 2) // 2
    crowd(alice, 1)
    look_at_all("contact")
    assert candidates(alice).count() == 0


def test_a_number_grown_rare_again_raises_its_pairs_again(alice) -> None:
    made = crowd(alice, COMMON)
    look_at_all("contact")
    assert candidates(alice).count() == 0
    notes.Note.unscoped.filter(pk__in=made[3:]).update(state="published")
    journal.note("note", made[3:])
    look_at_all("contact")
    assert (carried(), candidates(alice).count()) == ({}, 3)


@pytest.mark.parametrize("level", ["restricted", "pointer"])
def test_hidden_records_make_no_number_common(alice, charlie, level) -> None:
    """However many there are: two open ones are a pair before and after, of the same weight and version."""
    find_links(kind="note", ids=crowd(charlie, 2))
    before = list(candidates(charlie).values("pk", "weight", "model", "state", "evidence"))
    hidden = crowd(alice, 2 * COMMON, level=level)
    indexing.catch_up("contact")
    assert not recount("contact")
    find_links(kind="note", ids=hidden[:3])
    look_at_all("contact")
    assert list(candidates(charlie).values("pk", "weight", "model", "state", "evidence")) == before
    assert len(before) == 1


def test_who_may_be_under_18_is_not_open_to_all(alice) -> None:
    crowd(alice, COMMON - 1)
    crowd(alice, 9, count=17)
    look_at_all("contact")
    assert carried() == {TERM: COMMON // 2}


@pytest.mark.parametrize("seed", range(3))
def test_nothing_hidden_changes_a_count_a_pair_or_a_version(alice, charlie, seed, monkeypatch) -> None:
    """The same open records with other hidden ones beside them, in any order and counted at any time."""
    drawing = random.Random(seed)
    numbers = [f"505-555-01{place:02}" for place in range(4)]
    opened = [drawing.choice(numbers) for _ in range(16)]

    def world(hidden: int) -> tuple[object, ...]:
        for number in opened:
            crowd(charlie, 1, number=number)
        hide = random.Random(f"{seed} {hidden}")
        for _ in range(hidden):
            made = crowd(
                alice, hide.randint(1, 8), level=hide.choice(["restricted", "pointer"]), number=hide.choice(numbers)
            )
            hide.choice([lambda: look_at_all("contact"), lambda made=made: find_links(kind="note", ids=made[:2])])()
        look_at_all("contact")
        shown = sorted(candidates(charlie).values_list("weight", "model"))
        return carried(), weights.current("contact").version, shown

    found = []
    for hidden in (0, 6):
        found.append(world(hidden))
        Candidate.unscoped.all().delete()
        gone = list(notes.Note.unscoped.values_list("pk", flat=True))
        notes.Note.unscoped.all().update(title="", state="published")
        journal.note("note", gone)
        look_at_all("contact")
    assert found[0] == found[1]
    assert found[0][0]
    assert found[0][2]


def test_one_line_says_so_to_partners_who_read_the_record_and_to_nobody_else(alice, charlie, as_person) -> None:
    made = notes.Note.unscoped.get(pk=crowd(alice, COMMON)[0])
    look_at_all("contact")
    line = f"Very many records open to all carry {SHOWN}: such a number raises no lead."
    page = f"/links/of/note/{made.number}/"
    assert all(line in as_person(each).get(page).content.decode() for each in (alice, charlie))
    said = as_person(charlie).get(f"/api/v1/links/common/note/{made.number}").json()
    assert said == {"numbers": [SHOWN], "carried_by": COMMON}
    hidden = titled(alice, NUMBER)
    assert as_person(charlie).get(f"/api/v1/links/common/note/{hidden.number}").status_code == 404
    assert common_numbers(charlie, "note", hidden.pk) == []
    assert common_numbers(alice, "note", hidden.pk) == [SHOWN]
    Agreement.objects.filter(agency=alice.agency_id).delete()
    outside = actor_for(alice.membership_id, "investigation")
    assert outside
    assert common_numbers(outside, "note", hidden.pk) == []
    assert line not in as_person(outside).get(f"/links/of/note/{hidden.number}/").content.decode()


def test_the_waterfall_says_how_many_carry_what_two_have_in_common(alice, as_person) -> None:
    crowd(alice, 5)
    look_at_all("contact")
    pair = candidates(alice).first()
    assert pair
    page = as_person(alice).get(f"/links/{pair.pk}/").content.decode()
    assert "The same number. 4 open records or more carry it, so it says less." in page
    (step, *_) = as_person(alice).get(f"/api/v1/links/candidates/{pair.pk}").json()["steps"]
    assert step["carried"] == 4
    pack = as_person(alice).get(f"/api/v1/links/candidates/{pair.pk}/disclosure").json()
    assert pack["evidence"][0]["carried"] == 4
    assert as_person(alice).get(f"/links/{pair.pk}/disclosure.pdf").content.startswith(b"%PDF")


def test_two_things_of_one_record_count_once() -> None:
    facts = {"phones": [NUMBER]}
    things = {Key("phone", "note", record, part): facts for record in range(5) for part in range(4)}
    assert dict(counted_among("contact", things)["phone"].counts) == {TERM: 4}


def test_raising_again_changes_nothing(alice) -> None:
    made = crowd(alice, COMMON + 1)
    find_links(kind="note", ids=made)
    raise_links(None, "note", made)
    assert Candidate.unscoped.count() == 0
