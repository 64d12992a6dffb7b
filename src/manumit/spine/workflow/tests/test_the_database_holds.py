"""What the database itself refuses of work beside records, of bars and of what releases rest on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.spine.access.models import Bar, NationRule, Release, SharingTerms
from manumit.spine.records.tests.refused_rows import Refused, demand_refused
from manumit.spine.workflow.models import (
    Approval,
    CalendarFeed,
    ClockPause,
    NoticeWish,
    RecordLink,
    RunningClock,
    Task,
    Watch,
)

pytestmark = pytest.mark.django_db
NOW, DAY = timezone.now(), timedelta(days=1)
OPEN = {"state": "open", "ended_at": None, "result": ""}
ASKED = {"answer": "", "decided_at": None, "decided_by_id": None, "asked_by_id": 1}
DECIDED = {"answer": "approved", "decided_at": NOW, "decided_by_id": 2, "asked_by_id": 1}
LINK = {"record_kind": "note", "record_id": 1, "other_kind": "note", "other_id": 2}
RELEASE = {"groups": ["summary"], "purposes": ["investigation"], "expires_at": NOW + DAY}
TERMS = {
    "giver_id": 1, "receiver_id": 2, "purposes": ["investigation"], "starts_at": NOW, "expires_at": NOW + DAY,
    "groups": ["case.summary"],
}  # fmt: skip
RULE = {"use": "statistics", "agency_id": None, "effective_at": NOW, "ends_at": None}
REFUSED = (
    *(Refused(Task, "task_ends_with_a_result", wrong, OPEN) for wrong in (
        {"state": "done"}, {"result": "x"}, {"ended_at": NOW}, {"state": "done", "ended_at": NOW},
        {"state": "done", "result": "x"},
    )),
    Refused(RunningClock, "clock_stops_with_an_ending", {"stopped_at": NOW}, {"stopped_at": None, "ending": ""}),
    Refused(RunningClock, "clock_stops_with_an_ending", {"ending": "met"}, {"stopped_at": None, "ending": ""}),
    Refused(RunningClock, "clock_runs_once", {}, {"stopped_at": None, "ending": ""}, twice=True),
    Refused(ClockPause, "clock_paused_once", {}, twice=True),
    Refused(ClockPause, "clock_pause_in_order", {"ends_at": NOW - DAY}, {"begins_at": NOW}),
    *(Refused(Approval, "approval_decided_whole", {name: DECIDED[name]}, ASKED) for name in
      ("answer", "decided_at", "decided_by_id")),
    Refused(Approval, "approval_by_another_person", {"decided_by_id": 1}, DECIDED),
    Refused(RecordLink, "link_joins_two", {"other_id": 1}, LINK),
    Refused(RecordLink, "link_once", {"basis": "Another"}, LINK, twice=True),
    Refused(Watch, "watch_once", {"ends_on": timezone.localdate() + DAY}, twice=True),
    Refused(NoticeWish, "notice_wish_once", {"mail": "never"}, twice=True),
    Refused(CalendarFeed, "calendar_feed_one_live", {"token_hash": "y"}, twice=True),
    Refused(Bar, "barred_once", {"because": "Another"}, twice=True),
    Refused(Release, "release_has_summary", {"groups": ["people"]}, RELEASE),
    Refused(Release, "release_has_purpose", {"purposes": []}, RELEASE),
    Refused(SharingTerms, "sharing_terms_two_agencies", {"receiver_id": 1}, TERMS),
    Refused(SharingTerms, "sharing_terms_have_purpose", {"purposes": []}, TERMS),
    Refused(SharingTerms, "sharing_terms_in_order", {"expires_at": NOW}, TERMS),
    Refused(NationRule, "nation_rule_agency_investigates", {"agency_id": 1}, RULE),
    Refused(NationRule, "nation_rule_in_order", {"ends_at": NOW}, RULE),
)  # fmt: skip


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_wrong_in_one_thing_is_refused_by_name(case: Refused) -> None:
    demand_refused(case)
