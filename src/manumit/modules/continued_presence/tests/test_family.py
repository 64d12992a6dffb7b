"""Members of the family in danger: sealed, brought in by parole, and not forgotten when it runs out."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.modules.continued_presence.actions.note_family import Relative, note_family_member, record_parole
from manumit.modules.continued_presence.actions.run_out import paroled_family, remind_of_family
from manumit.modules.continued_presence.models import FamilyMember
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.records import sealed
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused

pytestmark = pytest.mark.django_db
MOTHER = Relative("Ada Quill", "parent", date(1970, 1, 2), "Freedonia", "The cousin of the trafficker came twice")


@pytest.fixture(autouse=True)
def sealing_log(monkeypatch) -> None:
    """The log is being sealed, so that sealed answers are shown."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)


@pytest.fixture
def mother(cast, complete) -> FamilyMember:
    """The victim's mother, abroad and in danger."""
    return note_family_member(cast["detective"], complete, MOTHER)


def test_who_they_are_is_sealed(cast, complete, mother) -> None:
    assert "Ada" not in repr(FamilyMember.unscoped.values())
    assert sealed.read(cast["colleague"], complete, "safety")["family_1"]["relation"] == "parent"
    for who in ("charlie", "sponsor", "oversight"):
        with pytest.raises((Hidden, Denied)):
            note_family_member(cast[who], complete, MOTHER)
    with pytest.raises(ValidationError):
        note_family_member(cast["detective"], complete, Relative("X", "friend"))
    with pytest.raises(Refused):
        note_family_member(cast["detective"], complete, Relative(" ", "child"))


def test_parole_runs_two_years_unless_t_status_is_asked_for(cast, mother) -> None:
    with pytest.raises(Refused):
        record_parole(cast["detective"], mother, "applied")
    with pytest.raises(Refused, match="come"):
        record_parole(cast["detective"], mother, "paroled", timezone.localdate() + timedelta(days=1))
    record_parole(cast["detective"], mother, "paroled", date(2024, 2, 29))
    assert mother.apply_by_on == date(2026, 2, 28)
    assert paroled_family() == [mother]
    record_parole(cast["detective"], mother, "applied")
    assert mother.apply_by_on is None
    assert paroled_family() == []


def test_the_officer_is_reminded_once_at_each_mark(cast, mother) -> None:
    record_parole(cast["detective"], mother, "paroled", date(2024, 3, 1))
    before = Notice.unscoped.filter(event="presence_runs_out").count()
    told = [
        remind_of_family(None, mother, date(2026, 3, 1) - timedelta(days=left)) for left in (121, 120, 119, 90, 30, 29)
    ]
    assert told == [False, True, False, True, True, False]
    assert Notice.unscoped.filter(event="presence_runs_out").count() == before + 3
    assert not remind_of_family(None, mother, date(2026, 3, 2))


def test_on_screen(cast, complete, mother) -> None:
    browser, here = browser_of(cast["detective"]), f"/presence/{complete.number}/family/"
    assert "Ada Quill" in browser.get(here).content.decode()
    told = {"name": "Bo Quill", "relation": "sibling", "born_on_0": "", "born_on_1": "", "born_on_2": ""}
    assert browser.post(here, told).status_code == 302
    assert FamilyMember.unscoped.count() == 2
    day = {"on_0": "", "on_1": "", "on_2": ""}
    assert browser.post(f"{here}1/asked/", day)["Location"] == here
    assert FamilyMember.unscoped.get(place=1).asked_on == timezone.localdate()
    for who, status in (("charlie", 404), ("lawyer", 404)):
        assert browser_of(cast[who]).get(here).status_code == status
    assert browser.get(f"{here}1/nothing/").status_code == 404
    assert browser.get(f"{here}9/asked/").status_code == 404
