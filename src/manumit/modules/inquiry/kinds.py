"""The kind `inquiry`: who asked, for which case, what was asked, and what answered."""

from pathlib import Path

from manumit.spine.access import Attribute, Kind

GROUPS = ("summary", "question", "answers")

INQUIRY = Kind(
    name="inquiry",
    model="inquiry.Inquiry",
    groups=GROUPS,
    attributes=(Attribute("origin", "String", "origin"),),
    shown_with=("owner",),
    policy=Path(__file__).with_name("policy.cedar"),
)
"""Never released and never open: what an agency asks tells what it investigates."""
