"""The form of any noun or record of the module, made from its table: labels there, kinds of fields from the model."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import TextField, VersionedForm
from manumit.spine.ui.forms.columns import of_column

from ..noun_rules import MOST_YEARS
from ..nouns import Noun

Offered = Callable[[str], Iterable[Any]]
"""Returns the rows a field may choose, by the field's name."""

SOURCE_HELP = _("The paper or person it comes from, such as “The plan, page 12” or “Minutes of 3 March”.")
EMPTY = [("", "—")]


class NounForm(VersionedForm):
    """Asks what the table says; `values` are the answers by field of the model, `changes` those that differ."""

    source = TextField(label=_("Where it stands, or who says so"), max_length=200, help_text=SOURCE_HELP)
    years_of: Mapping[str, tuple[int, ...]] = {}

    def values(self) -> dict[str, Any]:
        """Return the answers; the numbers of each year as one value."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("source", "version")}
        for name, years in self.years_of.items():
            numbers = {str(year): given.pop(f"{name}_{year}") for year in years}
            given[name] = {year: number for year, number in numbers.items() if number is not None}
        return {name: self._plain(name, value) for name, value in given.items()}

    def _plain(self, name: str, value: Any) -> Any:
        """Return ids as numbers, and nothing chosen as None."""
        field = self.fields.get(name)
        if isinstance(field, forms.TypedMultipleChoiceField | forms.TypedChoiceField):
            return value or ([] if isinstance(value, list) else None)
        return value


def form_of(
    model: Any,
    fields: Mapping[str, Any],
    offered: Offered,
    *,
    years: Mapping[str, tuple[int, ...]] | None = None,
    needed: Sequence[int] = (),
) -> type[NounForm]:
    """Return the form class that asks `fields` of `model` under their labels; `needed` years must have a target."""
    made: dict[str, Any] = {"years_of": years or {}, "__module__": __name__}
    for name, label in fields.items():
        if name in made["years_of"]:
            made |= _yearly(name, made["years_of"][name], needed if name == "targets" else ())
        else:
            made[name] = _asked(model._meta.get_field(name), label, offered)
    order = [name for name in made if isinstance(made[name], forms.Field)]
    return type(f"{model.__name__}NounForm", (NounForm,), {**made, "field_order": [*order, "source"]})


def _yearly(name: str, years: Sequence[int], needed: Sequence[int]) -> dict[str, forms.Field]:
    return {
        f"{name}_{year}": forms.IntegerField(label=YEARLY[name] % {"year": year}, required=year in needed)
        for year in years
    }


YEARLY = {"targets": _("Target in %(year)s"), "actuals": _("Reached in %(year)s")}


def _asked(column: Any, label: Any, offered: Offered) -> forms.Field:
    told = {"label": label, "required": not (column.blank or column.null)}
    if isinstance(column, models.ForeignKey):
        rows = [(row.pk, str(row)[:90]) for row in offered(column.name)]
        return forms.TypedChoiceField(coerce=int, choices=[*EMPTY, *rows], empty_value=None, **told)
    if getattr(column, "base_field", None) and not isinstance(column.base_field, models.CharField):
        rows = [(row.pk, str(row)[:90]) for row in offered(column.name)]
        return forms.TypedMultipleChoiceField(
            coerce=int, choices=rows, widget=forms.CheckboxSelectMultiple, **{**told, "required": False}
        )
    if isinstance(column, models.DecimalField):
        return forms.DecimalField(
            max_digits=column.max_digits, decimal_places=column.decimal_places, min_value=0, **told
        )
    if isinstance(column, models.URLField):
        return forms.URLField(max_length=column.max_length, assume_scheme="https", **told)
    if type(column) is models.IntegerField:
        return forms.IntegerField(**told)
    return of_column(column, **told)


def years_asked(noun: Noun, record: Any) -> dict[str, tuple[int, ...]]:
    """Return the years a noun's fields ask numbers for: the partnership's, and those an amendment could add."""
    if not noun.years:
        return {}
    first, last = record.begins_on.year, record.ends_on.year
    longest = tuple(range(first, max(last, first + MOST_YEARS) + 1))
    return {name: record.years if name == "actuals" else longest for name in sorted(noun.years)}


def standing(row: Any, fields: Mapping[str, Any], years: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands in a row as the form shows it."""
    found: dict[str, Any] = {}
    for name in fields:
        value = getattr(row, row._meta.get_field(name).attname)
        found |= {f"{name}_{year}": number for year, number in value.items()} if name in years else {name: value}
    return found
