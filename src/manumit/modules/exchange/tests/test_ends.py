"""Who received something is told that it ended, by number and cause alone; what time ended is noted by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from manumit.spine.access import allowed
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Agency
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import recall, release_record
from manumit.spine.workflow.models import Notice

from .. import jobs, questions
from ..actions.move_agreement import move_agreement
from ..actions.record_decision import Decided, record_decision
from ..actions.tidy import end_expired
from ..models import ReleaseEnd
from .cases import open_case, with_cases
from .conftest import actor, draft_of, put_in_force

pytestmark = [pytest.mark.django_db, with_cases]


def terms(agency_id: int, days: int = 30, **changed) -> Terms:
    """Return a release of people."""
    said = {
        "agency_id": agency_id, "groups": frozenset({"people"}), "purposes": frozenset({"investigation"}),
        "authority": "Order", "expires_at": timezone.now() + timedelta(days=days),
    }  # fmt: skip
    return Terms(**{**said, **changed})


def told(who, event: str) -> int:
    """Return how many notices of the event the person sees."""
    return Notice.objects.visible_to(who).filter(event=event).count()


def test_a_recall_is_told_to_the_receiver_without_what_the_case_holds(ada, fay, gus, charlie, as_person) -> None:
    case = open_case(ada, circumstances="Left on foot.")
    made = release_record(ada, case, terms(fay.agency_id))
    recall(ada, case, made.pk)
    assert not allowed(gus, "read_summary", case)
    assert (told(fay, "release_ended"), told(ada, "release_ended"), told(charlie, "release_ended")) == (1, 0, 0)
    paper = ReleaseEnd.objects.visible_to(gus).get()
    assert (paper.cause, paper.lines) == ("recall", [{"release": made.pk, "kind": "case", "number": case.number}])
    page = as_person(gus).get(reverse("exchange:ended", args=[paper.number])).content.decode()
    assert case.number in page
    assert "Tallgrass" not in page
    assert "on foot" not in page
    assert as_person(charlie).get(reverse("exchange:ended", args=[paper.number])).status_code == 404


def test_one_paper_an_agency_however_much_ends_at_once(ada, fay, bureau) -> None:
    made = put_in_force(ada, fay, draft_of(bureau))
    under = SharingTerms.objects.get()
    cases = [open_case(ada) for _ in range(3)]
    for case in cases:
        release_record(ada, case, terms(bureau.pk, under=under))
    move_agreement(ada, made, "withdraw", expected_version=made.version, words="Policy")
    paper = ReleaseEnd.objects.visible_to(fay).get()
    assert (paper.cause, paper.reference) == ("agreement", made.number)
    assert [each["number"] for each in paper.lines] == [case.number for case in cases]


def test_it_is_shown_as_ended_by_the_nations_decision(ada, fay, charlie, nation, as_person) -> None:
    case = open_case(ada, nation=nation)
    release_record(ada, case, terms(charlie.agency_id))
    record_decision(ada, nation.pk, Decided("investigation", True, "Council", "Resolution 26-40", fay.agency_id))
    assert not allowed(charlie, "read_summary", case)
    paper = ReleaseEnd.objects.visible_to(charlie).get()
    assert (paper.cause, paper.reference) == ("nation", "Resolution 26-40")
    page = as_person(ada).get(reverse("exchange:shared", args=["case", case.number])).content.decode()
    assert "Resolution 26-40" in page
    assert [each.pk for each in questions.ended_of(ada, "case", case.number)] == [paper.pk]


def test_time_ends_it_and_says_so_before_and_after(ada, fay, monkeypatch) -> None:
    case, begun = open_case(ada), timezone.now()
    made = release_record(ada, case, terms(fay.agency_id, days=20))
    short = release_record(ada, case, terms(fay.agency_id, days=3))
    jobs.tidy()
    assert told(fay, "release_ending") == 0
    monkeypatch.setattr(timezone, "now", lambda: begun + timedelta(days=15))
    jobs.tidy()
    jobs.tidy()
    assert (told(fay, "release_ending"), told(ada, "release_ending")) == (1, 1)
    assert Release.objects.get(pk=short.pk).ended_at == short.expires_at, "as of the moment it expired"
    monkeypatch.setattr(timezone, "now", lambda: begun + timedelta(days=21))
    assert not allowed(fay, "read_summary", case), "no job is waited for"
    jobs.tidy()
    jobs.tidy()
    assert Release.objects.get(pk=made.pk).ended_at == made.expires_at
    assert (told(fay, "release_ended"), told(ada, "release_ended")) == (2, 2)
    assert Entry.objects.filter(verb="case.release.end", record_id=case.pk).count() == 2
    assert set(ReleaseEnd.objects.visible_to(ada).values_list("cause", flat=True)) == {"expired"}
    assert end_expired(None) == 0


def test_an_agreement_whose_day_has_passed_is_noted_as_ended(ada, fay, bureau, monkeypatch) -> None:
    made, begun = put_in_force(ada, fay, draft_of(bureau)), timezone.now()
    under = SharingTerms.objects.get()
    release_record(ada, open_case(ada), terms(bureau.pk, under=under))
    monkeypatch.setattr(timezone, "now", lambda: begun + timedelta(days=100))
    jobs.tidy()
    made.refresh_from_db()
    assert made.state == "ended"
    assert SharingTerms.objects.get().ended_at == under.expires_at
    assert (told(fay, "agreement_ended"), told(ada, "agreement_ended")) == (1, 1)
    assert ReleaseEnd.objects.visible_to(ada).get().cause == "expired"


def test_what_was_shown_on_ends_with_it_and_its_receiver_is_told(ada, fay, bureau, county, charlie, as_person) -> None:
    put_in_force(ada, fay, draft_of(bureau, onward="word"))
    case, under = open_case(ada), SharingTerms.objects.get()
    first = release_record(ada, case, terms(bureau.pk, under=under))
    onward = terms(county.pk, days=9, under=under, onward_of=first, consented_by_id=ada.person_id)
    second = release_record(ada, case, onward)
    assert allowed(charlie, "read_people", case)
    ((one, chain),) = questions.chains_of(case)
    assert (one, chain) == (first, [second])
    page = as_person(ada).get(reverse("exchange:shared", args=["case", case.number])).content.decode()
    assert f"shown on by {bureau.name} to" in page
    recall(ada, case, first.pk)
    assert not allowed(charlie, "read_summary", case)
    assert told(charlie, "release_ended") == told(fay, "release_ended") == 1
    assert Entry.objects.filter(verb="case.release.end", record_id=case.pk).count() == 2


def test_what_is_released_to_us_is_listed_for_those_who_read(ada, gus, charlie, bureau, as_person) -> None:
    case = open_case(ada)
    release_record(ada, case, terms(bureau.pk))
    assert case.number in as_person(gus).get(reverse("exchange:received")).content.decode()
    assert case.number not in as_person(charlie).get(reverse("exchange:received")).content.decode()
    clerk = actor("clerk", Agency.objects.get(pk=gus.agency_id), "administrator")
    assert as_person(clerk).get(reverse("exchange:received")).status_code == 403
