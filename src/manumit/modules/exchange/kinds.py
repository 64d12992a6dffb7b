"""The kinds of exchange: papers between two agencies, each read by both and by nobody else."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

POLICIES = Path(__file__).with_name("policies")
OTHER = Attribute("other", "Agency", "other_id")
STATE = Attribute("state", "String", "state")
ORIGIN = Attribute("origin", "String", "origin")

AGREEMENT = Kind(
    "agreement", "exchange.SharingAgreement", ("summary",), POLICIES / "agreement.cedar",
    attributes=(OTHER, STATE, ORIGIN), shown_with=("owner", "other"), acts={"show_on": "summary"},
)  # fmt: skip
"""`show_on` is to show on, as it allows, what was released under it."""
TRANSFER = Kind(
    "transfer", "exchange.Transfer", ("summary",), POLICIES / "transfer.cedar",
    attributes=(OTHER, ORIGIN), shown_with=("owner", "other"),
)  # fmt: skip
REQUEST = Kind(
    "release_request", "exchange.ReleaseRequest", ("summary", "held"), POLICIES / "release_request.cedar",
    attributes=(OTHER, ORIGIN), shown_with=("owner", "other", "asked_by"),
    acts={"answer": "summary", "accept": "summary", "lapse": "summary"},
)  # fmt: skip
"""`held` is which record the holder found: its own to know."""
RELEASE_END = Kind(
    "release_end", "exchange.ReleaseEnd", ("summary",), POLICIES / "release_end.cedar",
    attributes=(OTHER, ORIGIN), shown_with=("owner", "other"),
)  # fmt: skip
JOINT = Kind(
    "joint_work", "exchange.JointWork", ("summary", "entries"), POLICIES / "joint_work.cedar",
    attributes=(ORIGIN,), shown_with=("owner",), acts={"answer": "summary", "contribute": "entries"},
)  # fmt: skip
"""Read by its lead, and by whom the lead released it to: the summary from the invitation on, then the entries."""
ALL = (AGREEMENT, TRANSFER, REQUEST, RELEASE_END, JOINT)
"""`other` is the agency across the table: it reads what was offered, and acts on its own side of it."""
