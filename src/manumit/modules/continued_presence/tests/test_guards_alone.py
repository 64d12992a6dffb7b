"""Each guard by itself: a test for every one whose removal no other test of the module noticed."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from manumit.modules.continued_presence import measuring, reporting
from manumit.modules.continued_presence.actions.log_disclosure import log_disclosure
from manumit.modules.continued_presence.actions.minors import watch_minor
from manumit.modules.continued_presence.actions.name_representative import end_representation, name_representative
from manumit.modules.continued_presence.actions.record_fact import record_fact
from manumit.modules.continued_presence.actions.stage_clocks import follow_stage
from manumit.modules.continued_presence.actions.state_purpose import state_purpose
from manumit.modules.continued_presence.actions.take_paper import take_paper
from manumit.modules.continued_presence.actions.waive_rule import waive_rule
from manumit.modules.continued_presence.choices import Stage
from manumit.modules.continued_presence.models import PresenceRequest, StageSpan, Waiver
from manumit.modules.continued_presence.papers import BY_NAME
from manumit.modules.continued_presence.procedure import REQUEST
from manumit.modules.continued_presence.tests.answers import ALL, flat
from manumit.modules.continued_presence.tests.people import WAY, go, to_active
from manumit.spine.access import Denied, Hidden, allowed
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.models import ClockSetting, RunningClock
from manumit.spine.workflow.refusing import Refused

GUARDS = {
    "sign": {"complete"}, "concur": {"signs_first", "complete", "has_sponsor"},
    "concur_and_file": {"signs_first", "complete", "sponsors_itself"}, "vouch": {"signs_first", "complete"},
    "answer_intake": {"asked_at_intake", "answered"}, "answer_vetting": {"asked_in_vetting", "answered"},
    "finish_review": {"signs_first"}, "grant": {"not_the_reviewer", "signs_first"},
    "deny": {"not_the_reviewer", "signs_first"}, "activate": {"has_i94"}, "extend": {"not_the_reviewer"},
    "refuse_extension": {"not_the_reviewer"}, "revoke": {"not_the_reviewer", "heard"},
}  # fmt: skip
SEALED = ("identity", "elements", "safety", "service", "vetting", "correspondence", "decision")
READS = {
    "detective": set(SEALED) - {"vetting"}, "supervisor": set(SEALED) - {"vetting"},
    "sponsor": set(SEALED) - {"vetting", "decision"}, "intake": set(SEALED), "reviewer": set(SEALED),
    "decider": set(SEALED), "oversight": {"decision"}, "lawyer": set(), "charlie": set(), "analyst": set(),
    "federal_charlie": set(),
}  # fmt: skip


def test_every_step_has_the_guards_that_were_signed() -> None:
    found = {each.name: {guard.holds.__name__ for guard in each.guards} for each in REQUEST.transitions}
    assert {name: guards for name, guards in found.items() if guards} == GUARDS


@pytest.mark.django_db
@pytest.mark.parametrize("who", READS)
def test_each_sealed_group_is_read_by_whom_the_page_says_and_for_protection_alone(cast, complete, who) -> None:
    request = to_active(cast, complete)
    PresenceRequest.unscoped.filter(pk=request.pk).update(
        representative=cast["lawyer"].agency_id, represented=True, with_sponsor=True
    )
    request.refresh_from_db()
    assert {group for group in SEALED if allowed(cast[who], f"read_{group}", request)} == READS[who]
    member = Membership.objects.get(person=cast[who].person_id, agency=cast[who].agency_id)
    for purpose in ("training", "statistics", "public_information"):
        elsewhere = actor_for(member.pk, purpose)
        if elsewhere is not None:
            assert not allowed(elsewhere, "read_summary", request), purpose
            assert not allowed(elsewhere, "read_decision", request), purpose


@pytest.mark.django_db
def test_hands_that_never_held_it_or_gave_it_back_read_nothing(cast, complete) -> None:
    far = {"sponsor": "read_identity", "intake": "read_summary", "oversight": "read_summary", "lawyer": "read_summary"}
    PresenceRequest.unscoped.filter(pk=complete.pk).update(
        decider=cast["intake"].agency_id, representative=cast["lawyer"].agency_id
    )
    complete.refresh_from_db()
    for who, act in far.items():
        assert not allowed(cast[who], act, complete), who


@pytest.mark.django_db
def test_the_representative_sees_stage_and_days_by_consent_and_no_longer(cast, complete) -> None:
    office = Agency.objects.get(pk=cast["lawyer"].agency_id)
    for who in ("sponsor", "lawyer", "charlie"):
        with pytest.raises((Denied, Hidden)):
            name_representative(cast[who], complete, office, "She agreed")
    with pytest.raises(Refused):
        name_representative(cast["detective"], complete, office, "  ")
    assert not allowed(cast["lawyer"], "read_summary", complete)
    name_representative(cast["detective"], complete, office, "She agreed")
    assert allowed(cast["lawyer"], "read_summary", complete)
    with pytest.raises((Denied, Hidden)):
        end_representation(cast["lawyer"], complete)
    end_representation(cast["detective"], complete)
    assert not allowed(cast["lawyer"], "read_summary", complete)


@pytest.mark.django_db
def test_who_reviewed_neither_extends_nor_refuses_an_extension(cast, complete) -> None:
    for who, step in WAY[:5]:
        go(cast[who], complete, step)
    go(cast["both"], complete, "finish_review")
    go(cast["decider"], complete, "grant")
    record_fact(cast["intake"], complete, "i94")
    go(cast["intake"], complete, "activate")
    go(cast["detective"], complete, "ask_extension", words="The trial is set")
    for step in ("extend", "refuse_extension"):
        said = {"words": "It is over.", "ground": "no_witness", "from_trafficker": False}
        with pytest.raises(NotNow):
            go(cast["both"], complete, step, **said)


@pytest.mark.django_db
def test_a_disclosure_is_logged_with_words_by_whoever_may_export(cast, complete) -> None:
    to_active(cast, complete)
    with pytest.raises(Refused):
        log_disclosure(cast["supervisor"], complete, " ")
    for who in ("detective", "sponsor", "oversight"):
        with pytest.raises(Denied):
            log_disclosure(cast[who], complete, "To the court, 8 USC 1367(b)(3)")
    assert log_disclosure(cast["supervisor"], complete, "To the court, 8 USC 1367(b)(3)").place == 1


@pytest.mark.django_db
def test_a_paper_is_taken_by_who_reads_all_it_is_made_of_and_a_purpose_is_said(cast, complete) -> None:
    to_active(cast, complete)
    with pytest.raises(Denied):
        take_paper(cast["oversight"], complete, BY_NAME["packet"])
    with pytest.raises(Denied):
        take_paper(cast["sponsor"], complete, BY_NAME["denial"])
    with pytest.raises(Refused):
        state_purpose(cast["detective"], complete, " ")


@pytest.mark.django_db
def test_a_waiver_counts_through_its_day_and_no_longer(cast, complete, monkeypatch) -> None:
    today, answers = timezone.localdate(), {**flat(ALL), "mailing": ""}
    for until, why in ((today - timedelta(days=1), "None fits"), (today, " ")):
        with pytest.raises(Refused):
            waive_rule(cast["supervisor"], complete, "mailing_is_given", why, until_on=until, answers=answers)
    with pytest.raises(Denied):
        waive_rule(cast["detective"], complete, "mailing_is_given", "None", until_on=today, answers=answers)
    waive_rule(cast["supervisor"], complete, "mailing_is_given", "No address is safe", until_on=today, answers=answers)
    Waiver.unscoped.update(until_on=today - timedelta(days=1))
    with pytest.raises(NotNow):
        go(cast["detective"], complete, "sign", answers=answers)
    Waiver.unscoped.update(until_on=today)
    assert go(cast["detective"], complete, "sign", answers=answers).state == "concurrence"


@pytest.mark.django_db
def test_age_is_tested_on_the_day_of_the_request(cast, complete, draft) -> None:
    now = timezone.localdate()
    on_18th = {"birth_on": date(now.year - 18, now.month, min(now.day, 28)).isoformat()}
    watch_minor(cast["detective"], draft, on_18th)
    assert not RunningClock.unscoped.filter(clock="minor_hhs").exists()
    with pytest.raises(Refused):
        record_fact(cast["detective"], draft, "interim")
    day_before = date(now.year - 18, now.month, min(now.day, 28)) + timedelta(days=2)
    watch_minor(cast["detective"], draft, {"birth_on": day_before.isoformat()})
    assert RunningClock.unscoped.filter(clock="minor_hhs").count() == 1
    watch_minor(cast["detective"], draft, {"birth_on": "1990-01-01"})
    record_fact(cast["detective"], draft, "interim")
    assert RunningClock.unscoped.filter(clock="interim_assistance").exists(), "who came of age since stays a minor here"


@pytest.mark.django_db
def test_no_clock_begins_for_a_minor_of_whom_hhs_knows(cast, draft) -> None:
    record_fact(cast["detective"], draft, "hhs_told")
    watch_minor(cast["detective"], draft, {"birth_on": f"{timezone.localdate().year - 10}-01-01"})
    assert not RunningClock.unscoped.filter(clock="minor_hhs").exists()


@pytest.mark.django_db
def test_a_clock_that_is_late_does_not_stand_still(cast, complete) -> None:
    ClockSetting.objects.create(
        agency_id=cast["intake"].agency_id, clock="cp_processing", limit={"unit": "days", "amount": 9}, citation="Own",
        effective_on=date(2020, 1, 1), set_by_id=cast["intake"].person_id,
    )  # fmt: skip
    for who, step in WAY[:5]:
        go(cast[who], complete, step)
    RunningClock.unscoped.filter(clock="cp_processing").update(due_at=timezone.now() - timedelta(hours=1))
    go(cast["reviewer"], complete, "ask_in_vetting", words="Which house?")
    assert not RunningClock.unscoped.get(clock="cp_processing").paused
    complete.state = Stage.WITHDRAWN
    follow_stage(None, complete)
    assert RunningClock.unscoped.get(clock="cp_processing").ending == "missed"


@pytest.mark.django_db
def test_facts_of_days_to_come_or_other_stages_are_refused(cast, complete) -> None:
    request = to_active(cast, complete)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="still to come"):
        record_fact(cast["intake"], request, "permit", on=tomorrow)
    for fact, who in (("deferred", "detective"), ("victim_answered", "detective")):
        with pytest.raises(Refused, match="not recorded at this stage"):
            record_fact(cast[who], request, fact, words="x")


@pytest.mark.django_db
def test_medians_of_few_are_not_told(cast, complete) -> None:
    request = to_active(cast, complete)
    now = timezone.now()

    def stays(many: int) -> None:
        StageSpan.unscoped.bulk_create(
            StageSpan(request=request, stage=Stage.VETTING, entered_at=now - timedelta(days=5), left_at=now)
            for _ in range(many)
        )

    stays(measuring.SMALLEST - 2)
    few = next(each for each in measuring.times(cast["intake"]) if each.stage == Stage.VETTING)
    assert (few.stays, few.median_days, few.p90_days) == (None, None, None)
    stays(1)
    enough = next(each for each in measuring.times(cast["intake"]) if each.stage == Stage.VETTING)
    assert (enough.stays, enough.median_days) == (measuring.SMALLEST, 5.0)
    record_fact(cast["intake"], request, "permit")
    assert reporting.days_to_permit(cast["intake"]) is None
    assert reporting.information_rate(cast["intake"]) is None


def test_the_rate_of_questions_is_told_of_many_alone(monkeypatch) -> None:
    monkeypatch.setattr(reporting, "StageSpan", SimpleNamespace(objects=SimpleNamespace(visible_to=_Spans)))
    told = {}
    for filed, asked in ((10, 5), (40, 5), (40, 0), (40, 20), (40, 39)):
        _Spans.told = {Stage.SUBMITTED: range(filed), Stage.INFORMATION: range(asked)}
        told[filed, asked] = reporting.information_rate(None)
    assert told == {(10, 5): None, (40, 5): None, (40, 0): 0, (40, 20): 50, (40, 39): None}


class _Spans:
    """Stands for the stays in a stage."""

    told: dict[Stage, range]

    def __init__(self, actor: object) -> None:
        self.stage: Stage | None = None

    def filter(self, *, stage: Stage, **more: object) -> "_Spans":
        """Narrow to a stage."""
        self.stage = stage
        return self

    def values_list(self, name: str, *, flat: bool) -> range:
        """Return the requests that stood there."""
        assert self.stage is not None
        return self.told[self.stage]
