"""The kind `tip`, one message to an agency, and `tip_handover`, a tip offered to another agency's triage."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

SEALED = ("giver", "payment")
GROUPS = ("summary", "content", "conversation", "triage", "case", "reward", *SEALED)

TIP = Kind(
    name="tip",
    model="tips.Tip",
    groups=GROUPS,
    sealed=frozenset(SEALED),
    attributes=(Attribute("state", "String", "state"), Attribute("origin", "String", "origin")),
    shown_with=("owner",),
    work_group="triage",
    policy=Path(__file__).with_name("policy.cedar"),
)
"""`content`: what was said. `conversation`: what was said since, both ways. `triage`: to whom it was given, of which
tip it is a duplicate, where it was referred. `giver`: who gave it and how they are reached safely. `payment`: who was
paid which reward."""
HANDOVER = Kind(
    name="tip_handover",
    model="tips.TipHandover",
    groups=("summary",),
    attributes=(Attribute("other", "Agency", "other_id"), Attribute("origin", "String", "origin")),
    shown_with=("owner", "other"),
    policy=Path(__file__).with_name("handover.cedar"),
)
"""Read by the triage of both agencies; of the tip it holds the number, and whether somebody is in danger."""
