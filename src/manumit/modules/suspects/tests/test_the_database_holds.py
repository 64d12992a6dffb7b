"""What the database itself refuses of suspects: whoever may be a child is treated as one, whatever writes the row."""

import pytest
from django.utils import timezone

from manumit.spine.records.tests.refused_rows import Refused, demand_refused

from ..models import Suspect, SuspectCase, VictimNotice

pytestmark = pytest.mark.django_db
ADULT = {"under_18": "no", "minor": False, "standing": "suspect", "outcome": ""}
WAITS = {"told_by": "", "told_on": None}
REFUSED = (
    *(Refused(Suspect, "suspect_minor_unless_adult", {"under_18": said}, ADULT) for said in ("yes", "unknown")),
    Refused(Suspect, "suspect_minor_unless_adult", {"minor": True}, ADULT),
    Refused(Suspect, "suspect_outcome_when_concluded", {"outcome": "convicted"}, ADULT),
    Refused(Suspect, "suspect_outcome_when_concluded", {"standing": "concluded"}, ADULT),
    Refused(VictimNotice, "victim_notice_told_whole", {"told_by": "letter"}, WAITS),
    Refused(VictimNotice, "victim_notice_told_whole", {"told_on": timezone.localdate()}, WAITS),
    Refused(SuspectCase, "suspect_tied_once", {"note": "Again"}, twice=True),
)


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_wrong_in_one_thing_is_refused_by_name(case: Refused) -> None:
    demand_refused(case)
