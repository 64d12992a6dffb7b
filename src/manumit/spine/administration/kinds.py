"""The kinds administered here and who may do what with them. Tokens belong to a membership and follow it."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

POLICIES = Path(__file__).parent / "policies"

AGENCY = Kind(
    name="agency",
    model="identity.Agency",
    groups=("summary",),
    policy=POLICIES / "agency.cedar",
    base=(Attribute("owner", "Agency", "id"),),
    lookup="pk",
)
MEMBERSHIP = Kind(
    name="membership",
    model="identity.Membership",
    groups=("summary",),
    policy=POLICIES / "membership.cedar",
    base=(Attribute("owner", "Agency", "agency_id"),),
    lookup="pk",
)
INVITATION = Kind(
    name="invitation",
    model="identity.Invitation",
    groups=("summary",),
    policy=POLICIES / "invitation.cedar",
    base=(Attribute("owner", "Agency", "agency_id"), Attribute("inviting", "Agency", "inviting_agency_id")),
    lookup="pk",
)
ALL = (AGENCY, MEMBERSHIP, INVITATION)
