"""The kind `case`: what can be protected, in which field groups, by which policy."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

SEALED = ("whereabouts", "protected_contact")
GROUPS = ("summary", "people", "place", "narrative", "agencies", *SEALED)

CASE = Kind(
    name="case",
    model="cases.Case",
    groups=GROUPS,
    sealed=frozenset(SEALED),
    attributes=(Attribute("protected", "Bool", "protected"), Attribute("origin", "String", "origin")),
    shown_with=("owner",),
    policy=Path(__file__).with_name("policy.cedar"),
)
"""`whereabouts`: where a located person is. `protected_contact`: how to reach somebody whose address is protected."""
