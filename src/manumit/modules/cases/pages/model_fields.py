"""Form fields made from the fields of a noun: what the model says once is asked so on every screen."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms.columns import of_column
from manumit.spine.ui.forms.spread import (
    DATE_HELP,
    AgeField,
    EdtfField,
    HeightField,
    PartialDateField,
    Spread,
    WeightField,
)

from ..choices import state_choices
from .labels import later

TOGETHER: Mapping[str, Mapping[str, type[Spread]]] = {
    "people": {"age": AgeField, "height": HeightField, "weight": WeightField},
    "events": {"when": PartialDateField},
}
"""Columns of a noun that are asked in one line, by the name of the question."""
EDTF = frozenset({"birth", "died"})
HELP: Mapping[str, Any] = {
    "age": _("17, 30 - 40, or 8 months"),
    "at": _("Only where the time of day is known. The date above then follows it."),
    "birth": DATE_HELP,
    "citizenships": _("Codes of countries, such as US, MX"),
    "consent_by": _("A traditional name is kept and shown only by consent of the family."),
    "countries": _("Codes of countries, such as US, MX"),
    "country": _("Code of the country, such as US"),
    "died": DATE_HELP,
    "e164": _("Such as +14065550100"),
    "height": _("5'4\", 5 ft 4, 64 in, 160 cm, or a range: 5'2\" - 5'6\""),
    "languages": _("Codes of languages, such as eng, spa, nav"),
    "latitude": _("Degrees, north positive, such as 45.6"),
    "longitude": _("Degrees, west of Greenwich negative, such as -107.46"),
    "none_known": _("Tick what somebody said they know nothing of. Leave unticked what nobody was asked."),
    "ori": _("The nine characters by which the FBI knows the agency"),
    "plate_number": _("As it was written; no plate is changed."),
    "races": _("As the source says. Misclassification is common: correct it with its source."),
    "vin": _("As it was written"),
    "weight": _("120, 120 lb, 54 kg, or a range: 120 - 130 lb"),
    "when": DATE_HELP,
}


def fields_for(part: str, model: type[models.Model], names: Iterable[str]) -> dict[str, forms.Field]:
    """Return a form field for each question about `model`, in the order of `names`; the person is asked elsewhere."""
    together = TOGETHER.get(part, {})
    taken = {column: name for name, kind in together.items() for column in kind.columns}
    asked = dict.fromkeys(taken.get(name, name) for name in names)
    return {name: _field(part, model, name, together) for name in asked if name != "person"}


def _field(part: str, model: type[models.Model], name: str, together: Mapping[str, type[Spread]]) -> forms.Field:
    told = {"label": later(name, part), "help_text": HELP.get(name, "")}
    if name in together:
        return together[name](required=False, max_length=60, **told)
    column: Any = model._meta.get_field(name)
    if name in EDTF:
        return EdtfField(max_length=40, required=not (column.blank or column.null), **told)
    return of_column(column, choices=state_choices() if name == "state" else (), **told)
