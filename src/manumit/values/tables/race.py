"""Race or ethnicity as reported. What NamUs prints is an alias. Misclassification is common: no evidence against."""

from __future__ import annotations

from datetime import date

from manumit.values.code_table import Code, CodeTable

RACE = CodeTable.of(
    "race",
    source="NamUs 'Race / Ethnicity' of case search and export; several may be named for one person",
    as_of=date(2025, 10, 1),
    rows=[
        Code(
            "american_indian",
            "American Indian or Alaska Native",
            "Indígena estadounidense o nativo de Alaska",
            ("American Indian / Alaska Native", "American Indian", "Alaska Native", "Native American"),
        ),
        Code("asian", "Asian", "Asiática"),
        Code(
            "black",
            "Black or African American",
            "Negra o afroamericana",
            ("Black / African American", "Black", "African American"),
        ),
        Code("hispanic", "Hispanic or Latino", "Hispana o latina", ("Hispanic / Latino", "Hispanic", "Latino")),
        Code(
            "pacific_islander",
            "Hawaiian or Pacific Islander",
            "Hawaiana o de las islas del Pacífico",
            (
                "Hawaiian / Pacific Islander",
                "Native Hawaiian",
                "Pacific Islander",
                "Native Hawaiian or other Pacific Islander",
            ),
        ),
        Code("white", "White", "Blanca", ("White / Caucasian", "Caucasian")),
        Code("other", "Other", "Otra"),
        Code("uncertain", "Uncertain", "Incierto"),
    ],
)
"""`uncertain` is a reported answer, not a blank."""
