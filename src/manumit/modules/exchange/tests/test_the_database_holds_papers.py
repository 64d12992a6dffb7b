"""What the database itself refuses of agreements, requests, transfers and joint work."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.spine.records.tests.refused_rows import Refused, demand_refused

from ..models import JointPartner, JointWork, ReleaseRequest, SharingAgreement, Signature, Transfer

pytestmark = pytest.mark.django_db
NOW, DAY = timezone.now(), timedelta(days=1)
TWO = {"owner_id": 1, "other_id": 2}
REFUSED = (
    Refused(SharingAgreement, "agreement_two_agencies", {"other_id": 1}, TWO),
    Refused(SharingAgreement, "agreement_days_in_order", {"expires_on": timezone.localdate() - DAY}, TWO),
    Refused(Signature, "signature_one_an_agency", {"person_id": 2}, {"agency_id": 1, "person_id": 1}, twice=True),
    Refused(Signature, "signature_nobody_for_two", {"agency_id": 2}, {"agency_id": 1, "person_id": 1}, twice=True),
    Refused(ReleaseRequest, "request_two_agencies", {"other_id": 1}, TWO),
    Refused(
        ReleaseRequest, "request_offer_ends", {"offered_until": None}, {**TWO, "state": "offered", "offered_until": NOW}
    ),
    Refused(ReleaseRequest, "request_onward_whole", {"onward_of_id": 1}, TWO),
    Refused(ReleaseRequest, "request_onward_whole", {"onward_to_id": 1}, TWO),
    Refused(Transfer, "transfer_two_agencies", {"other_id": 1}, {**TWO, "state": "declined"}),
    Refused(Transfer, "transfer_one_offered", {"number": "TR-2"}, {**TWO, "state": "offered"}, twice=True),
    Refused(JointWork, "joint_one_open", {"number": "JW-2"}, {"state": "open"}, twice=True),
    Refused(JointPartner, "joint_partner_once", {"state": "works"}, {"state": "invited"}, twice=True),
)


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_wrong_in_one_thing_is_refused_by_name(case: Refused) -> None:
    demand_refused(case)
