"""What a form's choices are, where only the request can tell."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.db.models import QuerySet


def offer(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    """Let the field `name` of `form` be one of `choices` (value, label)."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


def offer_rows(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Let the field `name` of `form` be one of `rows`."""
    cast("forms.ModelChoiceField[Any]", form.fields[name]).queryset = rows
