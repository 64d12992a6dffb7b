"""A request goes its way from a draft to a grant and to its end, and by nobody else's hand."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.actions.begin_request import begin_request
from manumit.modules.continued_presence.actions.record_fact import record_fact
from manumit.modules.continued_presence.actions.run_out import lapse, remind
from manumit.modules.continued_presence.actions.telling_the_victim import untold
from manumit.modules.continued_presence.actions.write_message import write_message
from manumit.modules.continued_presence.models import Grant, Message, PresenceRequest, StageSpan
from manumit.modules.continued_presence.questions import operation_of
from manumit.modules.continued_presence.tests.answers import ALL, MINOR, SHARED, flat
from manumit.modules.continued_presence.tests.people import WAY, answered, go, to_active
from manumit.spine.access import Denied, Hidden
from manumit.spine.records.models import SealedValue
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.models import ClockPause, ClockSetting, RunningClock
from manumit.spine.workflow.refusing import Refused

pytestmark = pytest.mark.django_db


def test_from_draft_to_active(cast, complete) -> None:
    assert complete.missing == []
    request = to_active(cast, complete)
    assert request.state == "active"
    grant = Grant.unscoped.get(request=request)
    assert grant.until_on == request.until_on > timezone.localdate() + timedelta(days=728)
    spans = StageSpan.unscoped.filter(request=request)
    assert [span.stage for span in spans][:3] == ["draft", "concurrence", "sponsor_review"]
    assert spans.filter(left_at=None).count() == 1


def test_an_incomplete_request_is_not_signed(cast, draft) -> None:
    with pytest.raises(NotNow):
        go(cast["detective"], draft, "sign", answers={})
    with pytest.raises(NotNow):
        go(cast["detective"], draft, "sign", answers=flat(SHARED))


def test_nobody_signs_twice_and_the_reviewer_does_not_decide(cast, complete) -> None:
    for who, step in WAY[:5]:
        go(cast[who], complete, step)
    go(cast["both"], complete, "finish_review")
    with pytest.raises(NotNow):
        go(cast["both"], complete, "grant")
    assert go(cast["decider"], complete, "grant").state == "granted"


def test_a_supervisor_who_signed_does_not_concur(cast, complete) -> None:
    go(cast["supervisor"], complete, "sign")
    with pytest.raises(NotNow):
        go(cast["supervisor"], complete, "concur")


def test_information_is_asked_the_clock_stands_still_and_runs_on(cast, complete) -> None:
    for agency in {cast["intake"].agency_id, cast["detective"].agency_id}:
        for clock in ("cp_processing", "cp_information"):
            ClockSetting.objects.create(
                agency_id=agency, clock=clock, limit={"unit": "days", "amount": 9}, citation="Own",
                effective_on=date(2020, 1, 1), set_by_id=cast["intake"].person_id,
            )  # fmt: skip
    for who, step in WAY[:4]:
        go(cast[who], complete, step)
    with pytest.raises(Refused):
        go(cast["intake"], complete, "ask_at_intake")
    go(cast["intake"], complete, "ask_at_intake", words="Which house?")
    processing = RunningClock.unscoped.get(clock="cp_processing")
    assert processing.paused
    assert processing.agency_id == cast["intake"].agency_id
    with pytest.raises(NotNow):
        go(cast["detective"], complete, "answer_intake")
    question = Message.unscoped.get()
    write_message(cast["detective"], complete, "The one by the river", answers=question)
    go(cast["detective"], complete, "answer_intake")
    processing.refresh_from_db()
    assert processing.due_at
    assert ClockPause.unscoped.get().ends_at
    assert RunningClock.unscoped.get(clock="cp_information").ending == "met"
    assert complete.state == "intake_check"


def test_a_denial_names_a_ground_that_is_not_barred(cast, complete) -> None:
    for who, step in WAY[:6]:
        go(cast[who], complete, step)
    for ground in ("refused_help", "trafficker", "no_charges", "nothing", ""):
        with pytest.raises(Refused):
            go(cast["decider"], complete, "deny", words="No", ground=ground, from_trafficker=False)
    for said in (None, True):
        with pytest.raises(Refused):
            go(cast["decider"], complete, "deny", words="No", ground="no_witness", from_trafficker=said)
    go(cast["decider"], complete, "deny", words="We may not see it.", ground="no_witness", from_trafficker=False)
    assert go(cast["detective"], complete, "ask_again").state == "draft"


def test_a_revocation_is_answered_and_dropped_or_waits(cast, complete) -> None:
    request = to_active(cast, complete)
    adverse = {"words": "Left in May", "ground": "left", "from_trafficker": False}
    go(cast["reviewer"], request, "propose_revocation", **adverse)
    with pytest.raises(NotNow):
        go(cast["decider"], request, "revoke", **adverse)
    record_fact(cast["detective"], request, "victim_answered", words="I had advance parole")
    assert go(cast["decider"], request, "drop_revocation", words="Parole was shown").state == "active"
    go(cast["both"], request, "propose_revocation", **adverse)
    record_fact(cast["detective"], request, "victim_answered", words="Again")
    with pytest.raises(NotNow):
        go(cast["both"], request, "revoke", **adverse)
    assert go(cast["decider"], request, "revoke", **adverse).state == "revoked"


def test_nobody_is_revoked_without_notice_however_long_it_lies(cast, complete, monkeypatch) -> None:
    request = to_active(cast, complete)
    adverse = {"words": "Left in May", "ground": "left", "from_trafficker": False}
    record_fact(cast["detective"], request, "victim_told")
    go(cast["reviewer"], request, "propose_revocation", **adverse)
    assert (request.victim_told_on, untold(request)) == (None, True), "what was told before says nothing of this"
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=40))
    with pytest.raises(NotNow):
        go(cast["decider"], request, "revoke", **adverse)
    record_fact(cast["detective"], request, "victim_told", on=timezone.localdate() - timedelta(days=1))
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=69))
    with pytest.raises(NotNow):
        go(cast["decider"], request, "revoke", **adverse)
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=70))
    assert go(cast["decider"], request, "revoke", **adverse).state == "revoked"
    assert untold(request)


def test_the_time_to_answer_never_begins_before_the_proposal_nor_grows_shorter(cast, complete) -> None:
    request = to_active(cast, complete)
    go(cast["reviewer"], request, "propose_revocation", words="Left", ground="left", from_trafficker=False)
    ends = request.answer_by_at
    record_fact(cast["detective"], request, "victim_told", on=timezone.localdate() - timedelta(days=50))
    assert request.answer_by_at == ends
    clock = {"clock": "cp_revocation_answer", "record_id": request.pk}
    assert not RunningClock.unscoped.filter(**clock).exists(), "no limit of DHS's own is set"
    ClockSetting.objects.create(
        agency_id=cast["intake"].agency_id, clock="cp_revocation_answer", limit={"unit": "days", "amount": 45},
        citation="Own", effective_on=date(2020, 1, 1), set_by_id=cast["intake"].person_id,
    )  # fmt: skip
    record_fact(cast["detective"], request, "victim_told")
    assert request.answer_by_at == ends + timedelta(days=15)
    assert RunningClock.unscoped.get(**clock).due_at == request.answer_by_at == request.due_at


def test_reminders_extension_and_the_end(cast, complete) -> None:
    request = to_active(cast, complete)
    last = request.until_on
    for days, sent in ((121, False), (120, True), (119, False), (90, True), (31, True), (30, True), (1, False)):
        assert remind(None, request, last - timedelta(days=days)) is sent, days
    assert not lapse(None, request, last)
    go(cast["detective"], request, "ask_extension", words="Trial is set")
    assert not lapse(None, request, last + timedelta(days=1))
    with pytest.raises(Refused):
        go(cast["decider"], request, "extend", until_on=last + timedelta(days=740))
    go(cast["decider"], request, "extend")
    assert (request.until_on.year, request.reminded) == (last.year + 2, None)
    record_fact(cast["detective"], request, "civil_action")
    assert not lapse(None, request, request.until_on + timedelta(days=1))
    record_fact(cast["detective"], request, "civil_action", holds=False)
    assert lapse(None, request, request.until_on + timedelta(days=1))
    request.refresh_from_db()
    assert request.state == "expired"
    assert not RunningClock.unscoped.filter(record_id=request.pk, clock="cp_grant", stopped_at=None).exists()


def test_a_minor_in_sex_trafficking_needs_no_means_and_starts_24_hours(cast, draft) -> None:
    young = {**SHARED, **MINOR, "person": {**MINOR["person"], "birth_on": f"{timezone.localdate().year - 15}-01-01"}}
    young["papers"] = {**young["papers"], "entered_on": ""}
    del young["means"]
    answered(cast["detective"], draft, young)
    assert draft.missing == []
    clock = RunningClock.unscoped.get(clock="minor_hhs")
    assert (clock.due_at - clock.started_at) == timedelta(hours=24)
    record_fact(cast["detective"], draft, "hhs_told")
    clock.refresh_from_db()
    assert clock.ending == "met"


def test_an_operation_shares_its_facts_and_stops_at_fifty(cast, complete) -> None:
    operation = operation_of(cast["detective"], complete)
    second = begin_request(cast["colleague"], operation=operation)
    victim = {name: step for name, step in ALL.items() if name not in SHARED}
    answered(cast["colleague"], second, victim, standing=flat(SHARED))
    assert second.missing == []
    go(cast["detective"], complete, "sign")
    with pytest.raises(Refused, match="stand"):
        answered(cast["colleague"], second, SHARED, standing=flat(victim))
    for _ in range(48):
        begin_request(cast["detective"], operation=operation)
    with pytest.raises(Refused, match="50"):
        begin_request(cast["detective"], operation=operation)


def test_no_word_stands_in_the_clear(cast, complete) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for table in ("continued_presence_presencerequest", "continued_presence_operation", "records_recordhistory",
                      "audit_entry"):  # fmt: skip
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t")  # noqa: S608 - names of this list
            text = cursor.fetchone()[0]
            for word in ("Quill", "Freedonia", "Helena", "24-0117", "A012345678", "Dana"):
                assert word not in text, (table, word)
    assert SealedValue.objects.filter(kind="presence_request").count() > 30


def test_charlie_and_roles_without_business_find_nothing(cast, complete) -> None:
    request = to_active(cast, complete)
    for who in ("charlie", "federal_charlie", "analyst", "lawyer"):
        assert PresenceRequest.objects.page(cast[who]).rows == [], who
        with pytest.raises(Hidden):
            go(cast[who], request, "sign")
    for who, denied in (("oversight", "deny"), ("sponsor", "grant"), ("detective", "concur")):
        with pytest.raises(Denied):
            go(cast[who], request, denied)
