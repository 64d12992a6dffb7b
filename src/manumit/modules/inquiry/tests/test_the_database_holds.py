"""What the database itself refuses of inquiries: a pointer that names a record, an office nobody can reach."""

import pytest

from manumit.spine.records.tests.refused_rows import Refused, demand_refused

from ..models import Answer, Office

pytestmark = pytest.mark.django_db
POINTER = {"answered_by": "pointer", "record_id": None, "record_number": "", "record_kind": ""}
REFUSED = (
    *(
        Refused(Answer, "pointer_names_no_record", {name: value}, POINTER)
        for name, value in {"record_id": 1, "record_number": "C-1", "record_kind": "case"}.items()
    ),
    Refused(Answer, "pointer_names_no_record", {"record_id": None},
            {"answered_by": "summary", "record_id": 1, "record_number": "C-1", "record_kind": "case"}),
    Refused(Office, "office_can_be_reached", {"phone": ""}, {"phone": "1", "email": ""}),
)  # fmt: skip


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_wrong_in_one_thing_is_refused_by_name(case: Refused) -> None:
    demand_refused(case)
