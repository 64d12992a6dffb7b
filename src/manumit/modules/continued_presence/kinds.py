"""The kinds of Continued Presence: one operation with what its victims share, and one request for each victim."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

POLICIES = Path(__file__).with_name("policies")
HANDS = (
    Attribute("sponsor", "Agency", "sponsor_id"),
    Attribute("decider", "Agency", "decider_id"),
    Attribute("with_sponsor", "Bool", "with_sponsor"),
    Attribute("with_decider", "Bool", "with_decider"),
)
"""In whose hands a request is. Sponsor and decider are the owner itself until somebody else is named."""
SEALED = ("identity", "elements", "safety", "service", "vetting", "correspondence", "decision")

OPERATION = Kind(
    name="presence_operation",
    model="continued_presence.Operation",
    groups=("summary", "shared"),
    sealed=frozenset({"shared"}),
    attributes=HANDS,
    shown_with=("owner",),
    work_group="shared",
    policy=POLICIES / "presence_operation.cedar",
)
REQUEST = Kind(
    name="presence_request",
    model="continued_presence.PresenceRequest",
    groups=("summary", *SEALED),
    sealed=frozenset(SEALED),
    attributes=(
        *HANDS,
        Attribute("represented", "Bool", "represented"),
        Attribute("representative", "Agency", "representative_id"),
    ),
    shown_with=("owner",),
    work_group="correspondence",
    policy=POLICIES / "presence_request.cedar",
    acts={
        "sign": "summary", "concur": "summary", "vouch": "summary", "intake": "summary", "review": "summary",
        "decide": "summary", "keep_papers": "summary", "lapse": "summary",
        "take_queue": "summary",
    },
)  # fmt: skip
ALL = (OPERATION, REQUEST)
"""`summary` holds states, days and whose turn it is, never a word about a person; everything else is sealed."""
