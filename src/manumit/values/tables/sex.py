"""Sex as reported for a person or as found for remains."""

from __future__ import annotations

from datetime import date

from manumit.values.code_table import Code, CodeTable

SEX = CodeTable.of(
    "sex",
    source="NamUs 'Biological Sex' (Male, Female, Unsure, Other), with 'Unknown' for never stated",
    as_of=date(2025, 10, 1),
    rows=[
        Code("male", "Male", "Masculino"),
        Code("female", "Female", "Femenino"),
        Code("unsure", "Unsure", "Incierto"),
        Code("other", "Other", "Otro"),
        Code("unknown", "Unknown", "No se sabe"),
    ],
)
"""`unsure`: someone looked and could not tell; `unknown`: nobody said."""
