"""Form fields made from the fields of a noun: what the model says once is asked so on every screen."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import TextField, YesNoUnknownField

from ..choices import state_choices
from .fields import (
    DATE_HELP,
    AgeField,
    CodesField,
    EdtfField,
    HeightField,
    PartialDateField,
    Spread,
    WeightField,
)
from .labels import later

MOST_RADIOS = 7
SHORT = 20
TOGETHER: Mapping[str, Mapping[str, type[Spread]]] = {
    "people": {"age": AgeField, "height": HeightField, "weight": WeightField},
    "events": {"when": PartialDateField},
}
"""Columns of a noun that are asked in one line, by the name of the question."""
EDTF = frozenset({"birth", "died"})
STATES = frozenset({"state"})
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
    return _of_column(column, {**told, "required": not (column.blank or column.null)})


def _of_column(column: Any, told: dict[str, Any]) -> forms.Field:
    if column.name in EDTF:
        return EdtfField(max_length=40, **told)
    if isinstance(column, ArrayField):
        return _list(column, told)
    if column.choices or column.name in STATES:
        return _choice(column, told)
    kind = next(kind for kind in KINDS if isinstance(column, kind))
    return KINDS[kind](column, told)


def _list(column: Any, told: dict[str, Any]) -> forms.Field:
    if not column.base_field.choices:
        return CodesField(max_length=200, **told)
    return forms.MultipleChoiceField(
        choices=column.base_field.flatchoices, widget=forms.CheckboxSelectMultiple, **{**told, "required": False}
    )


def _choice(column: Any, told: dict[str, Any]) -> forms.Field:
    known = [*(column.flatchoices or state_choices())]
    offered = [("", _("Not recorded")), *known] if column.blank else known
    widget: Any = forms.RadioSelect if len(offered) <= MOST_RADIOS else forms.Select
    initial = column.default if column.has_default() else ""
    return forms.ChoiceField(choices=offered, widget=widget, initial=initial, **told)


def _yes_no(column: Any, told: dict[str, Any]) -> forms.Field:
    if column.null:
        return YesNoField(**{**told, "required": False})
    return forms.BooleanField(**{**told, "required": False})


class YesNoField(YesNoUnknownField):
    """Yes, no or nobody said, kept as True, False or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["choices"] = [("True", _("Yes")), ("False", _("No")), ("", _("Not recorded"))]
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Return True, False or None."""
        return {"True": True, "False": False}.get(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        """Return the choice that stands for a value."""
        return "" if value is None else str(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say whether another answer was chosen."""
        return str(self.prepare_value(initial)) != str(self.prepare_value(data or None))


def _day(column: Any, told: dict[str, Any]) -> forms.Field:
    return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **told)


def _moment(column: Any, told: dict[str, Any]) -> forms.Field:
    return forms.DateTimeField(widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"), **told)


def _text(column: Any, told: dict[str, Any]) -> forms.Field:
    width = "usa-input--small" if column.max_length <= SHORT else ""
    return TextField(max_length=column.max_length, width=width, **told)


def _long(column: Any, told: dict[str, Any]) -> forms.Field:
    return forms.CharField(widget=forms.Textarea({"rows": 3}), max_length=20_000, **told)


def _whole(column: Any, told: dict[str, Any]) -> forms.Field:
    return forms.IntegerField(min_value=0, max_value=32_767, **told)


def _degrees(column: Any, told: dict[str, Any]) -> forms.Field:
    return forms.FloatField(widget=forms.NumberInput({"step": "any"}), **told)


Made = Callable[[Any, dict[str, Any]], forms.Field]
KINDS: Mapping[type[Any], Made] = {
    models.BooleanField: _yes_no,
    models.DateTimeField: _moment,
    models.DateField: _day,
    models.TextField: _long,
    models.CharField: _text,
    models.IntegerField: _whole,
    models.FloatField: _degrees,
}
"""How each kind of column is asked; the first that fits."""
