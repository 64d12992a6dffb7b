"""The kind `case`: what can be protected, in which field groups, by which policy."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

SEALED = ("whereabouts", "protected_contact")
GROUPS = ("summary", "people", "place", "narrative", "agencies", "tribal", *SEALED)
SEE_THE_DEAD = "see_the_dead"
"""To open a picture of somebody who died."""

CASE = Kind(
    name="case",
    model="cases.Case",
    groups=GROUPS,
    sealed=frozenset(SEALED),
    attributes=(
        Attribute("protected", "Bool", "protected"),
        Attribute("cji", "Bool", "contains_cji"),
        Attribute("origin", "String", "origin"),
    ),
    shown_with=("owner",),
    work_group="narrative",
    acts={SEE_THE_DEAD: "narrative"},
    nation="nation_id",
    policy=Path(__file__).with_name("policy.cedar"),
)
"""`tribal`: Tribes, Indian status and traditional names; never open to partners by level alone.
`whereabouts`: where a located person is. `protected_contact`: how to reach somebody whose address is protected."""
