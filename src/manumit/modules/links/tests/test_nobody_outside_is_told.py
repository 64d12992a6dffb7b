"""No candidate for remains reaches family or public before an examiner identified by a named method: every way out."""

import pytest
from django.utils import timezone

from manumit.modules.links.actions.disclose import disclose
from manumit.modules.links.actions.judge import judge
from manumit.modules.links.actions.raise_links import raise_links
from manumit.modules.links.choices import Audience
from manumit.modules.links.models import Candidate
from manumit.modules.links.questions import candidates, pointers
from manumit.spine.access import Hidden
from manumit.spine.identity.models import Agency
from manumit.spine.matching import outside
from manumit.spine.matching.actions.ask import ask, explain
from manumit.spine.matching.keys import Key
from manumit.spine.matching.question import Question
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused

from .conftest import MARKS, acting, titled

pytestmark = pytest.mark.django_db
YES = {"verdict": "yes", "reason": "looks"}
OUTSIDE = (Audience.FAMILY, Audience.PUBLIC)


def identify(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """Have an examiner identify all remains there are."""
    known = outside.things
    replaced = {"identified": method}

    def read(keys):
        return {key: type(thing)(thing.record_id, thing.part_id, thing.facts, **replaced) for key, thing in
                known(keys).items()}  # fmt: skip

    monkeypatch.setattr(outside, "things", read)


def confirmed(alice, bob, pair: Candidate) -> Candidate:
    for each in (alice, bob):
        judge(each, Candidate.unscoped.get(pk=pair.pk), **YES)
    return Candidate.unscoped.get(pk=pair.pk)


@pytest.mark.parametrize("method", ["", "visual", "circumstantial", "other"])
@pytest.mark.parametrize("to", OUTSIDE)
def test_before_a_named_method_nothing_leaves_though_two_agree(alice, bob, remains, monkeypatch, to, method) -> None:
    pair = confirmed(alice, bob, remains)
    identify(monkeypatch, method)
    with pytest.raises(Refused, match="examiner"):
        disclose(alice, pair, to)


@pytest.mark.parametrize("method", sorted(outside.NAMED_METHODS))
@pytest.mark.parametrize("to", OUTSIDE)
def test_after_it_leaves_what_they_may_be_told_and_no_more(alice, bob, remains, monkeypatch, to, method) -> None:
    identify(monkeypatch, method)
    with pytest.raises(Refused, match="judged the same"):
        disclose(alice, remains, to)
    told = disclose(alice, confirmed(alice, bob, remains), to)
    assert told == {
        "pair": {"one": remains.record_number, "other": remains.other_number}, "identified_by": method, "told": to,
    }  # fmt: skip


def test_a_court_gets_all_of_it_and_nobody_else_by_another_name(alice, remains, as_person) -> None:
    assert "other_candidates" in disclose(alice, remains)
    with pytest.raises(Refused):
        disclose(alice, remains, "press")
    at = as_person(alice)
    for way in (f"/links/{remains.pk}/disclosure.json?to=family", f"/api/v1/links/candidates/{remains.pk}/disclosure"):
        answer = at.get(way, {"to": "family"})
        assert answer.status_code in {302, 409}, answer.content
        assert remains.other_number not in answer.content.decode()


@pytest.fixture
def advocate(alice):
    """Somebody of an agency that serves victims, who may read records that are open."""
    home = Agency.objects.get_or_create(name="Shelter", short_name="Shelter", kind="service_provider")[0]
    return acting("Dora", home, "investigator", "supervisor")


def test_who_serves_victims_neither_sees_nor_finds_nor_is_told(alice, advocate, as_person) -> None:
    missing = titled(advocate, "missing", story=MARKS, level="open")
    remains = titled(alice, "remains", story=MARKS, level="open")
    raise_links(None, "note", [missing.pk, remains.pk])
    (pair,) = Candidate.unscoped.all()
    assert candidates(alice).count() in {0, 1}
    assert candidates(advocate).count() == len(pointers(advocate)) == 0
    assert not Notice.unscoped.filter(agency=advocate.agency_id).exists()
    asked = Question("remains", "missing_person", {"marks": MARKS.split(", ")})
    assert ask(advocate, [asked]) == [[]]
    assert explain(advocate, "remains", Key.parse(pair.record_key), Key.parse(pair.other_key)) is None
    with pytest.raises(Hidden):
        judge(advocate, pair, **YES)
    at = as_person(advocate)
    for page in ("/links/?state=all", f"/links/of/note/{missing.number}/", f"/links/chart/note/{missing.number}/"):
        assert remains.number not in at.get(page).content.decode()
    assert at.get("/api/v1/links/candidates").json()["items"] == []
    assert at.get(f"/links/{pair.pk}/").status_code == 404


def test_of_a_pair_that_no_longer_holds_nothing_leaves(alice, bob, remains, monkeypatch) -> None:
    identify(monkeypatch, "dna")
    pair = confirmed(alice, bob, remains)
    assert disclose(alice, pair, Audience.FAMILY)["identified_by"] == "dna"
    pair.gone_at = timezone.now()
    with pytest.raises(Refused, match="judged the same"):
        disclose(alice, pair, Audience.FAMILY)
