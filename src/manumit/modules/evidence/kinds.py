"""The kind `evidence`: one item, in which field groups, by which policy."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

EVIDENCE = Kind(
    name="evidence",
    model="evidence.EvidenceItem",
    groups=("summary", "case", "detail", "custody", "lab"),
    attributes=(Attribute("origin", "String", "origin"),),
    shown_with=("owner",),
    work_group="detail",
    policy=Path(__file__).with_name("policy.cedar"),
)
"""`case`: to which case it belongs, so that an item can be released to a laboratory that may not know of the case."""
