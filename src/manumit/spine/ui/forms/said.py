"""Forms whose answers have a source: what is added, and what is corrected."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.choices import Certainty

from .base import VersionedForm
from .fields import TextField
from .sections import SectionedForm
from .spread import Spread

SOURCE_HELP = _("The person or paper the answers come from, such as “Mother, by telephone”.")
NEVER_ANSWERS = frozenset({"version", "source", "certainty"})


class SaidForm(SectionedForm):
    """Asks for the source of what is written, and how sure it is; the rest are answers. Both come last."""

    source = TextField(label=_("Who says so?"), max_length=200, help_text=SOURCE_HELP)
    certainty = forms.ChoiceField(
        label=_("How sure?"), choices=Certainty.choices, initial=Certainty.EXACT, widget=forms.RadioSelect
    )

    def said(self) -> dict[str, Any]:
        """Return source and certainty as actions take them."""
        return {name: self.cleaned_data[name] for name in ("source", "certainty")}

    @classmethod
    def answers(cls) -> list[str]:
        """Return the names of the questions that are not about source or version."""
        return [name for name in cls.base_fields if name not in NEVER_ANSWERS]

    def values(self, only: Iterable[str] | None = None) -> dict[str, Any]:
        """Return the answers, or those of `only`, as values by column."""
        spread: dict[str, Any] = {}
        for name in self.answers() if only is None else only:
            field, cleaned = self.fields[name], self.cleaned_data[name]
            spread |= field.spread(cleaned) if isinstance(field, Spread) else {name: cleaned}
        return spread


class CorrectingForm(VersionedForm, SaidForm):
    """Corrects what stands: only what differs from what the page showed is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.answers():
            self.fields[name].show_hidden_initial = True

    def changed(self) -> list[str]:
        """Return the questions whose answers differ from what the page showed."""
        return [name for name in self.changed_data if name in self.answers()]

    def changes(self) -> dict[str, Any]:
        """Return what differs from what the page showed, as values by column."""
        return self.values(self.changed())

    @classmethod
    def standing(cls, record: Any) -> dict[str, Any]:
        """Return what stands in `record` by question, as the form shows it."""
        asked = ((name, cls.base_fields[name]) for name in cls.answers())
        return {
            name: field.gather(record) if isinstance(field, Spread) else getattr(record, column_of(record, name))
            for name, field in asked
        }


def column_of(record: Any, name: str) -> str:
    """Return the column of the field `name`: the id where it names another row."""
    return str(record._meta.get_field(name).attname)
