"""Who watches over the process at DHS sees which reviewer has how much; nobody else does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.actions.begin_request import begin_request
from manumit.modules.continued_presence.actions.record_vetting import record_vetting
from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.reviewers import reviews
from manumit.modules.continued_presence.tests.people import WAY, Cast, answered, go
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.models import Membership

pytestmark = pytest.mark.django_db


def in_vetting(cast: Cast, days: int = 0) -> PresenceRequest:
    """Return a request that has stood in vetting for some days."""
    request = answered(cast["detective"], begin_request(cast["detective"], region="MT"))
    for who, step in WAY[:5]:
        go(cast[who], request, step)
    PresenceRequest.unscoped.filter(pk=request.pk).update(state_since_at=timezone.now() - timedelta(days=days))
    return request


def told(actor) -> dict[str, tuple[int, int, int]]:
    """Return count, oldest and finished by name."""
    return {row.name: (row.count, row.oldest_days, row.finished) for row in reviews(actor)}


def test_a_request_is_with_who_last_wrote_on_it(cast) -> None:
    asked, noted, done, fresh = (in_vetting(cast, days) for days in (1, 5, 1, 9))
    go(cast["reviewer"], asked, "ask_in_vetting", words="Which house?")
    noted.refresh_from_db()
    record_vetting(cast["reviewer"], noted, {"checks": "NCIC, today"}, expected_version=noted.version)
    noted.refresh_from_db()
    record_vetting(cast["both"], noted, {"hits": "None"}, expected_version=noted.version)
    go(cast["reviewer"], done, "finish_review")
    assert told(cast["intake"]) == {"": (1, 9, 0), "Reviewer": (1, 0, 1), "Both": (1, 5, 0)}
    assert told(cast["oversight"]) == told(cast["intake"])
    go(cast["decider"], done, "grant")
    go(cast["reviewer"], fresh, "finish_review")
    assert told(cast["decider"]) == {"Reviewer": (1, 0, 2), "Both": (1, 5, 0)}


def test_what_intake_asked_is_with_no_reviewer_and_who_left_is_still_named(cast) -> None:
    request = in_vetting(cast)
    go(cast["reviewer"], request, "ask_in_vetting", words="Which house?")
    Membership.objects.filter(person=cast["reviewer"].person_id).update(active=False)
    other = answered(cast["detective"], begin_request(cast["detective"], region="MT"))
    for who, step in WAY[:4]:
        go(cast[who], other, step)
    go(cast["intake"], other, "ask_at_intake", words="Which day?")
    assert told(cast["intake"]) == {"Reviewer": (1, 0, 0), "Both": (0, 0, 0)}
    assert [row.here for row in reviews(cast["intake"])] == [False, True]


def test_others_see_nothing_of_it(cast) -> None:
    in_vetting(cast)
    for who in ("reviewer", "detective", "supervisor", "sponsor", "charlie", "federal_charlie", "lawyer"):
        assert reviews(cast[who]) == [], who
        assert "Who reviews how much" not in browser_of(cast[who]).get("/presence-measures/").content.decode()
    assert "Nobody yet" in browser_of(cast["intake"]).get("/presence-measures/").content.decode()
