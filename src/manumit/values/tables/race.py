"""Race or ethnicity as reported, in the words NamUs prints. Misclassification is common: no evidence against."""

from __future__ import annotations

from datetime import date

from manumit.values.code_table import CodeTable

RACE = CodeTable.of(
    "race",
    source="NamUs 'Race / Ethnicity' of case search and export; several may be named for one person",
    as_of=date(2025, 10, 1),
    rows=[
        ("american_indian", "American Indian / Alaska Native"),
        ("asian", "Asian"),
        ("black", "Black / African American"),
        ("hispanic", "Hispanic / Latino"),
        ("pacific_islander", "Hawaiian / Pacific Islander"),
        ("white", "White / Caucasian"),
        ("other", "Other"),
        ("uncertain", "Uncertain"),
    ],
)
"""`uncertain` is a reported answer, not a blank."""
