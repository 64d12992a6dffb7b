"""The kind `suspect`: one person under suspicion or of interest, in which field groups, by which policy."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

SEALED = ("confidential_source",)
GROUPS = ("summary", "case", "description", "identifiers", "basis", "proceedings", *SEALED)

SUSPECT = Kind(
    name="suspect",
    model="suspects.Suspect",
    groups=GROUPS,
    sealed=frozenset(SEALED),
    attributes=(Attribute("minor", "Bool", "minor"), Attribute("origin", "String", "origin")),
    shown_with=("owner",),
    work_group="basis",
    policy=Path(__file__).with_name("policy.cedar"),
)
"""`case`: to which cases the person is tied. `identifiers`: telephones, accounts, vehicles, documents. `basis`: why
they are suspected, with source and grading. `confidential_source`: who said so, where that must not be known."""
