"""Sex as reported for a person or as found for remains."""

from __future__ import annotations

from datetime import date

from manumit.values.code_table import Code, CodeTable

SEX = CodeTable.of(
    "sex",
    source="NamUs 'Biological Sex' (Male, Female, Unsure, Other), and `unknown` where nobody stated it",
    as_of=date(2025, 10, 1),
    rows=[
        Code("male", "Male", "Masculino"),
        Code("female", "Female", "Femenino"),
        Code("unsure", "Unsure", "No es seguro"),
        Code("other", "Other", "Otro"),
        Code("unknown", "Not recorded", "Sin registrar", ("Unknown",)),
    ],
)
"""`unsure`: someone looked and could not tell; `unknown`: nobody said."""
