"""Form fields made from columns: what the model says once is asked so on every screen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import TextField, YesNoUnknownField
from .spread import CodesField

MOST_RADIOS = 7
SHORT = 20


def of_column(column: Any, *, choices: Sequence[Any] = (), **told: Any) -> forms.Field:
    """Return the field that asks for `column`, required where it may not stay empty.

    `told` goes to the field (label, help_text); `choices` are offered where the column itself names none.
    """
    told = {"required": not (column.blank or column.null), **told}
    if isinstance(column, ArrayField):
        return _list(column, told)
    if column.choices or choices:
        return _choice(column, [*(column.flatchoices or choices)], told)
    kind = next(kind for kind in KINDS if isinstance(column, kind))
    return KINDS[kind](column, told)


def _list(column: Any, told: dict[str, Any]) -> forms.Field:
    if not column.base_field.choices:
        return CodesField(max_length=200, **told)
    return forms.MultipleChoiceField(
        choices=column.base_field.flatchoices, widget=forms.CheckboxSelectMultiple, **{**told, "required": False}
    )


def _choice(column: Any, known: list[Any], told: dict[str, Any]) -> forms.Field:
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
