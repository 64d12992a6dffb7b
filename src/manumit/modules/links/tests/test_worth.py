"""From how much evidence on a pair is raised grows with the records open to all that look alike, and with no others."""

import pytest

from manumit.modules.links import worth
from manumit.modules.links.batching import look_at_all
from manumit.modules.links.choices import LEAST
from manumit.modules.links.jobs import find_links
from manumit.modules.links.models import BatchRun, Candidate
from manumit.modules.links.questions import candidates
from manumit.spine.identity.models import Agency
from manumit.spine.matching import indexing, journal
from manumit.spine.records.tests import notes

from .conftest import MARKS, titled

pytestmark = pytest.mark.django_db
COMMON_MARKS = "tattoo of an anchor on left forearm, scar of a burn on right hand"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worth, "CROWD", 1)
    monkeypatch.setattr(worth, "ASKED", 5)


def alike(of, many: int, level: str = "open", story: str = COMMON_MARKS, **values: object) -> None:
    """Make missing people who are all alike, noted as an import notes them."""
    owner = Agency.objects.get(pk=of.agency_id)
    made = [notes.note(owner, level=level, title="missing", story=story, **values).pk for _ in range(many)]
    journal.note("note", made)


def weight_of(story: str) -> int:
    from manumit.linkage import REMAINS, Model, score

    one, other = ({"marks": text.split(", "), "belongings": [text]} for text in (story, MARKS))
    return score(Model.starting(REMAINS), one, other).weight


def test_it_rises_above_the_crowd_once_more_than_a_few_look_alike(alice) -> None:
    titled(alice, "remains", story=MARKS, level="open")
    alike(alice, 3)
    look_at_all("remains")
    assert (worth.least("remains"), candidates(alice).count()) == (LEAST["remains"], 3)
    alike(alice, 1)
    look_at_all("remains")
    assert worth.least("remains") > weight_of(COMMON_MARKS) > LEAST["remains"]
    assert candidates(alice).count() == 0


def test_of_remains_three_times_as_many_are_looked_at_as_of_others(alice) -> None:
    titled(alice, "remains", story=MARKS, level="open")
    alike(alice, 2)
    look_at_all("remains")
    assert (worth.least("remains"), candidates(alice).count()) == (LEAST["remains"], 2)


def test_who_stands_out_of_the_crowd_is_raised_still(alice) -> None:
    titled(alice, "remains", story=MARKS, level="open")
    alike(alice, 6)
    alike(alice, 1, story=MARKS)
    look_at_all("remains")
    assert [pair.weight for pair in candidates(alice)] == [weight_of(MARKS)]


@pytest.mark.parametrize("values", [{"level": "restricted"}, {"level": "pointer"}])
def test_hidden_records_raise_it_for_nobody(alice, charlie, values) -> None:
    titled(charlie, "remains", story=MARKS, level="open")
    alike(charlie, 2)
    look_at_all("remains")
    before = list(candidates(charlie).values_list("pk", "weight"))
    alike(alice, 9, **values)
    look_at_all("remains")
    assert worth.least("remains") == LEAST["remains"]
    assert list(candidates(charlie).values_list("pk", "weight")) == before
    assert len(before) == 2


def test_a_run_that_goes_on_keeps_what_it_began_with(alice) -> None:
    titled(alice, "remains", story=MARKS, level="open")
    alike(alice, 2)
    indexing.catch_up("remains")
    BatchRun.objects.create(profile="remains", least=20_000)
    look_at_all("remains")
    assert Candidate.unscoped.count() == 0
    look_at_all("remains")
    assert Candidate.unscoped.count() == 2


def test_weights_of_open_records_alone_are_kept_in_whole_steps(alice) -> None:
    titled(alice, "remains", story=MARKS, level="open")
    alike(alice, 5)
    indexing.catch_up("remains")
    assert worth.measured("remains") % worth.STEP == 0


def test_before_the_first_night_it_is_measured_by_the_first_record_that_is_looked_after(alice) -> None:
    alike(alice, 4)
    remains = titled(alice, "remains", story=MARKS, level="open")
    find_links(kind="note", ids=[remains.pk])
    assert worth.least("remains") > weight_of(COMMON_MARKS)
    assert candidates(alice).count() == 0
    alike(alice, 1, story=MARKS)
    assert look_at_all("remains").records == 6, "the night looks at everything, from the beginning"
    assert candidates(alice).count() == 1


def test_it_is_never_less_than_the_profiles_own(alice) -> None:
    BatchRun.objects.create(profile="remains", least=1)
    assert worth.least("remains") == LEAST["remains"]


def test_none_but_open_records_are_asked(alice) -> None:
    made = [titled(alice, "remains", story=MARKS, level=level) for level in ("open", "pointer", "restricted")]
    texts = [f"unidentified_remains:note:{note.pk}:0" for note in made]
    assert [key.record_id for key in worth._open_first(texts)] == [made[0].pk]
