"""Race or ethnicity as reported, in the words NamUs prints. Misclassification is common: no evidence against."""

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
            "American Indian / Alaska Native",
            "Indígena americano o nativo de Alaska",
            ("American Indian", "Alaska Native", "Native American", "American Indian or Alaska Native"),
        ),
        Code("asian", "Asian", "Asiático"),
        Code(
            "black",
            "Black / African American",
            "Negro o afroamericano",
            ("Black", "African American", "Black or African American"),
        ),
        Code("hispanic", "Hispanic / Latino", "Hispano o latino", ("Hispanic", "Latino", "Hispanic or Latino")),
        Code(
            "pacific_islander",
            "Hawaiian / Pacific Islander",
            "Hawaiano o isleño del Pacífico",
            (
                "Native Hawaiian",
                "Pacific Islander",
                "Native Hawaiian or other Pacific Islander",
                "Hawaiian or Pacific Islander",
            ),
        ),
        Code("white", "White / Caucasian", "Blanco", ("White", "Caucasian")),
        Code("other", "Other", "Otra"),
        Code("uncertain", "Uncertain", "Incierto"),
    ],
)
"""`uncertain` is a reported answer, not a blank."""
