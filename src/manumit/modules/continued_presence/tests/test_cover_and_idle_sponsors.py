"""Nothing waits for an officer who left, or for a sponsor who does not look."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.actions.assign_officer import assign_officer, hand_over
from manumit.modules.continued_presence.actions.begin_request import begin_request
from manumit.modules.continued_presence.actions.register_office import register_office
from manumit.modules.continued_presence.actions.reoffer_request import lies, reoffer_request, tell_idle
from manumit.modules.continued_presence.jobs import watch_sponsors
from manumit.modules.continued_presence.models import Operation, PresenceRequest, StageSpan
from manumit.modules.continued_presence.questions import operation_of
from manumit.modules.continued_presence.tests.answers import ALL, SHARED, flat
from manumit.modules.continued_presence.tests.people import WAY, answered, go
from manumit.modules.continued_presence.workload import workload
from manumit.spine.access import Denied, Hidden
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused

pytestmark = pytest.mark.django_db


def member(actor) -> Membership:
    """The actor's membership."""
    return Membership.objects.get(pk=actor.membership_id)


def left(actor) -> None:
    """Let somebody have left yesterday."""
    gone = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(pk=actor.membership_id).update(until_on=gone, active=False)


def told(event: str) -> set[int]:
    """Who got a notice."""
    return set(Notice.unscoped.filter(event=event).values_list("person", flat=True))


def to_sponsor(cast, request, ago: timedelta = timedelta(0)) -> PresenceRequest:
    """Send a complete draft to the sponsor, some time ago."""
    for who, step in WAY[:2]:
        go(cast[who], request, step)
    PresenceRequest.unscoped.filter(pk=request.pk).update(state_since_at=timezone.now() - ago)
    request.refresh_from_db()
    return request


def test_who_begins_works_on_it_and_hands_over_what_is_theirs(cast, draft) -> None:
    assert draft.officer_id == cast["detective"].person_id
    with pytest.raises(Denied):
        assign_officer(cast["colleague"], draft, member(cast["colleague"]))
    with pytest.raises(Hidden):
        assign_officer(cast["charlie"], draft, member(cast["charlie"]))
    for who in ("analyst", "sponsor"):
        with pytest.raises(Refused):
            assign_officer(cast["detective"], draft, member(cast[who]))
    assign_officer(cast["detective"], draft, member(cast["colleague"]))
    assert draft.officer_id == cast["colleague"].person_id
    assert told("presence_turn") == {cast["colleague"].person_id}
    assign_officer(cast["supervisor"], draft, member(cast["detective"]))
    assert draft.officer_id == cast["detective"].person_id


def test_a_supervisor_hands_over_all_of_who_left(cast, draft) -> None:
    begin_request(cast["detective"], region="MT")
    left(cast["detective"])
    assert [(load.count, load.here) for load in workload(cast["supervisor"])] == [(2, False)]
    assert workload(cast["colleague"]) == workload(cast["charlie"]) == []
    with pytest.raises(Refused):
        hand_over(cast["colleague"], cast["detective"].person_id, member(cast["colleague"]))
    with pytest.raises(Refused):
        hand_over(cast["supervisor"], cast["detective"].person_id, member(cast["detective"]))
    browser = browser_of(cast["supervisor"])
    assert "has left" in browser.get("/presence-officers/").content.decode()
    given = {"leaves": cast["detective"].person_id, "officer": cast["colleague"].membership_id}
    assert browser.post("/presence-officers/", given).status_code == 302
    assert set(PresenceRequest.unscoped.values_list("officer", flat=True)) == {cast["colleague"].person_id}


def test_notices_go_to_the_officer_and_to_all_when_they_left(cast, complete) -> None:
    go(cast["detective"], complete, "sign")
    Notice.unscoped.all()._raw_delete("default")
    go(cast["supervisor"], complete, "return_to_officer", words="Say more")
    assert told("presence_turn") == {cast["detective"].person_id}
    go(cast["detective"], complete, "sign")
    left(cast["detective"])
    go(cast["supervisor"], complete, "return_to_officer", words="Say more")
    assert cast["colleague"].person_id in told("presence_turn")


def test_an_idle_sponsor_is_told_of_once_and_the_request_offered_to_another(cast, complete) -> None:
    request = to_sponsor(cast, complete)
    other = Agency.objects.get(short_name="INV-dhs")
    register_office(None, other, "sponsor", "MT")
    assert not lies(request)
    with pytest.raises(Refused, match="limit"):
        reoffer_request(cast["supervisor"], request, other)
    to_sponsor_again = timezone.now() - timedelta(days=9)
    PresenceRequest.unscoped.filter(pk=request.pk).update(state_since_at=to_sponsor_again)
    request.refresh_from_db()
    watch_sponsors()
    assert told("presence_idle") >= {cast[who].person_id for who in ("sponsor", "detective", "supervisor")}
    assert not tell_idle(None, request)
    for who in ("detective", "sponsor"):
        with pytest.raises(Denied):
            reoffer_request(cast[who], request, other)
    with pytest.raises(Refused, match="another"):
        reoffer_request(cast["supervisor"], request, Agency.objects.get(short_name="INV-sponsor"))
    reoffer_request(cast["supervisor"], request, other)
    request.refresh_from_db()
    assert (request.sponsor_id, request.state, lies(request)) == (other.pk, "sponsor_review", False)
    assert Operation.unscoped.get(pk=request.operation_id).sponsor_id == other.pk
    assert PresenceRequest.objects.page(cast["sponsor"]).rows == [], "who let it lie sees it no more"
    spans = StageSpan.unscoped.filter(request=request, stage="sponsor_review")
    assert [span.left_at is None for span in spans.order_by("id")] == [False, True]


def test_an_operation_is_offered_together_or_not_at_all(cast, complete) -> None:
    second = begin_request(cast["detective"], operation=operation_of(cast["detective"], complete))
    answered(cast["detective"], second, {k: v for k, v in ALL.items() if k not in SHARED}, standing=flat(SHARED))
    old = timedelta(days=9)
    for request in (complete, second):
        to_sponsor(cast, request, old)
    other = Agency.objects.get(short_name="INV-dhs")
    register_office(None, other, "sponsor", "MT")
    assert len(reoffer_request(cast["supervisor"], complete, other)) == 2
    register_office(None, Agency.objects.get(short_name="INV-sponsor"), "sponsor", "MT")
    sponsor = Agency.objects.get(short_name="INV-sponsor")
    PresenceRequest.unscoped.update(sponsor=sponsor, state_since_at=timezone.now() - old)
    second.refresh_from_db()
    go(cast["sponsor"], second, "vouch")
    complete.refresh_from_db()
    with pytest.raises(Refused, match="filed another"):
        reoffer_request(cast["supervisor"], complete, other)
