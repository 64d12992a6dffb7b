"""What the database itself refuses of evidence, whoever writes the row; the chain has `test_chain_of_custody.py`."""

import pytest
from django.utils import timezone

from manumit.spine.records.tests.refused_rows import Refused, demand_refused

from ..models import CustodyStep, EvidenceItem, LabSubmission, Seal

pytestmark = pytest.mark.django_db
NOW, TODAY = timezone.now(), timezone.localdate()
FIRST = {"number": 1, "before": None, "from_hand": ""}
OPEN = {"result": "", "result_recorded_at": None, "reported_on": None}
WHOLE = {"result": "x", "result_recorded_at": NOW, "reported_on": TODAY}
REFUSED = (
    *(
        Refused(CustodyStep, "custody_follows_the_step_before", wrong, FIRST)
        for wrong in (
            {"from_hand": "Nobody's"}, {"before": 0}, {"number": 2}, {"number": 2, "before": 1},
            {"number": 2, "from_hand": "A shelf"}, {"number": 3, "before": 1, "from_hand": "A shelf"},
        )
    ),
    Refused(CustodyStep, "custody_one_step_a_number", {"to_hand": "Another"}, FIRST, twice=True),
    Refused(Seal, "seal_one_whole", {"seal_number": "B"}, {"seal_number": "A"}, twice=True),
    Refused(Seal, "seal_number_once_an_item", {}, {"broken_at": NOW}, twice=True),
    *(Refused(LabSubmission, "lab_result_whole", {name: value}, OPEN) for name, value in WHOLE.items()),
    *(Refused(LabSubmission, "lab_result_whole", {name: value}, WHOLE) for name, value in OPEN.items()),
    Refused(EvidenceItem, "evidence_disposed_when", {"disposed_at": NOW}, {"state": "held"}),
    Refused(EvidenceItem, "evidence_disposed_when", {"state": "disposed"}, {"state": "held"}),
)  # fmt: skip


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_wrong_in_one_thing_is_refused_by_name(case: Refused) -> None:
    demand_refused(case)
