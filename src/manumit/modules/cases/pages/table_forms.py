"""What is asked when an agency's own table is taken in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.ui.forms import Form, TextField

from ..choices import CaseType, NumberScheme
from ..importing.mapped_fields import FIELDS
from ..models import ColumnMapping

MOST_MB = 20
"""The largest table a page takes; `manumit import table` takes any."""


def _is_small(file: Any) -> None:
    if file.size > MOST_MB * 1_000_000:
        raise ValidationError(
            _("The table is larger than %(most)s MB: take it in with “manumit import table”.") % {"most": MOST_MB}
        )


class TableForm(Form):
    """A table, and whether it is only looked at."""

    file = forms.FileField(label=gettext_lazy("CSV file"), validators=[_is_small])
    only_look = forms.BooleanField(
        label=gettext_lazy("Only look: say what would be done, and do nothing"), required=False, initial=True
    )


class NewTableForm(Form):
    """A table of a new sort, of which the columns are read."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("Its columns are read, and you say what each means. Nothing is taken in yet."),
        validators=[_is_small],
    )


class ColumnsForm(Form):
    """What each column of a table means, under which name that is saved."""

    name = TextField(label=gettext_lazy("Name for this sort of table"), max_length=60)
    source = TextField(
        label=gettext_lazy("Who says what the table says?"),
        max_length=40,
        help_text=gettext_lazy("Such as the name of the agency or system it comes from."),
    )
    case_type = forms.ChoiceField(
        label=gettext_lazy("What are its cases about?"), choices=CaseType.choices, initial=CaseType.MISSING
    )
    scheme = forms.ChoiceField(
        label=gettext_lazy("Whose case number does it carry?"),
        choices=[(value, label) for value, label in NumberScheme.choices],
        initial=NumberScheme.SOURCE,
    )
    header = forms.JSONField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, header: Sequence[str] = (), samples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = list(header) or _posted(self.data.get("header", ""))
        for place, column in enumerate(self.columns):
            sample = samples[place] if place < len(samples) else ""
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=column,
                choices=[("", _("Do not read")), *((name, field.label) for name, field in FIELDS.items())],
                required=False,
                initial=_guess(column),
                help_text=_("In the first row: %(sample)s") % {"sample": sample[:60]} if sample else "",
            )
        self.fields["header"].initial = self.columns

    def values(self) -> dict[str, Any]:
        """Return the answers as `save_mapping` takes them."""
        meant = {column: self.cleaned_data[f"column_{place}"] for place, column in enumerate(self.columns)}
        kept = {name: self.cleaned_data[name] for name in ("name", "source", "case_type", "scheme")}
        return {**kept, "columns": {column: field for column, field in meant.items() if field}}


def _posted(text: str) -> list[str]:
    """Return the columns a page of ours gave out; nothing where they were tampered with."""
    try:
        found = forms.JSONField().clean(text)
    except ValidationError:
        return []
    if not isinstance(found, list) or not all(isinstance(name, str) for name in found):
        return []
    return found[:200]


def _guess(column: str) -> str:
    """Return the field whose name or label is the column's, else nothing."""
    plain = column.casefold().replace("_", " ").strip()
    for name, field in FIELDS.items():
        if plain in {name.replace("_", " "), str(field.label).casefold()}:
            return name
    return ""


def described(mapping: ColumnMapping) -> list[tuple[str, Any]]:
    """Return (column, what it means) of a saved mapping, for people."""
    return [(column, FIELDS[field].label) for column, field in mapping.columns.items() if field in FIELDS]
