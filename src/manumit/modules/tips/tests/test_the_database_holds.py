"""What the database itself refuses of tips, whoever writes the row."""

import pytest

from manumit.spine.records.tests.refused_rows import Refused, demand_refused

from ..models import TipAttachment, TipCase, TipDesk, TipHandover, TipMessage

pytestmark = pytest.mark.django_db
OFFERED = {"owner_id": 1, "other_id": 2, "state": "offered"}
REFUSED = (
    Refused(TipHandover, "tip_handover_two_agencies", {"other_id": 1}, OFFERED),
    Refused(TipHandover, "tip_handover_one_offered", {"number": "TH-2", "other_id": 3}, OFFERED, twice=True),
    Refused(TipMessage, "tip_message_once", {"text": "Again"}, {"form": "x"}, twice=True),
    Refused(TipDesk, "tip_desk_one_general", {"agency_id": 2, "address": "y"}, {"general": True}, twice=True),
    Refused(TipAttachment, "tip_attachment_kept_or_refused", {"refused": ""}, {"refused": "Too large"}),
    Refused(TipAttachment, "tip_attachment_kept_or_refused", {"stored_id": 1}, {"refused": "Too large"}),
    Refused(TipCase, "tip_linked_once", {"note": "Again"}, twice=True),
)


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_wrong_in_one_thing_is_refused_by_name(case: Refused) -> None:
    demand_refused(case)
