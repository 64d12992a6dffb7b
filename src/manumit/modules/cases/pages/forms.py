"""What people fill in about a case, and about what stands in it; what a noun's model says is asked as it says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.choices import Certainty
from manumit.spine.ui.forms import Form, TextField, VersionedForm

from ..choices import CaseType, PlacePrecision, Sex, TribalLand, state_choices
from ..models import Case
from .fields import DATE_HELP, AgeField, LastSeenField, Spread
from .labels import LABELS
from .model_fields import fields_for

SOURCE_HELP = _("The person or paper the answers come from, such as “Mother, by telephone”.")
NEVER_ANSWERS = frozenset({"version", "source", "certainty"})


@dataclass(frozen=True)
class Section:
    """Questions that belong together; those under a title are folded away until they are needed."""

    title: Any
    fields: list[Any]

    @property
    def open(self) -> bool:
        """Whether something stands in it, or is wrong with it."""
        return any(field.errors or field.value() for field in self.fields)


class SaidForm(Form):
    """Asks for the source of what is written, and how sure it is; the rest are answers."""

    sections_of: ClassVar[Mapping[Any, tuple[str, ...]]] = {}
    template_name = "cases/sections.html"

    source = TextField(label=_("Who says so?"), max_length=200, help_text=SOURCE_HELP)
    certainty = forms.ChoiceField(
        label=_("How sure?"), choices=Certainty.choices, initial=Certainty.EXACT, widget=forms.RadioSelect
    )

    def said(self) -> dict[str, Any]:
        """Return source and certainty as actions take them."""
        return {name: self.cleaned_data[name] for name in ("source", "certainty")}

    def sections(self) -> Iterator[Section]:
        """Yield the questions as the page groups them; source and certainty come last."""
        placed = {name for names in self.sections_of.values() for name in names}
        for title, names in self.sections_of.items():
            yield Section(title, [self[name] for name in names if name in self.fields])
        yield Section("", [field for field in self.visible_fields() if field.name not in placed])

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


class CaseFields(Form):
    """What a case itself is asked for when it is opened."""

    case_type = forms.ChoiceField(label=_("What is it about?"), choices=CaseType.choices, initial=CaseType.MISSING)
    acute = forms.BooleanField(label=_("A life is in danger and time is critical"), required=False)
    last_seen = LastSeenField(label=_("When last seen?"), help_text=DATE_HELP, required=False, max_length=40)
    last_seen_state = forms.ChoiceField(label=_("In which state?"), choices=state_choices)
    last_seen_county = TextField(label=_("County"), required=False, max_length=100)
    last_seen_city = TextField(label=_("City or place"), required=False, max_length=100)
    tribal_land = forms.ChoiceField(
        label=_("On Tribal land?"), choices=TribalLand.choices, initial=TribalLand.UNKNOWN, widget=forms.RadioSelect
    )
    circumstances = forms.CharField(
        label=_("What happened?"), widget=forms.Textarea({"rows": 5}), required=False, max_length=20_000
    )


class PersonFields(Form):
    """What is asked about a person when a case is opened."""

    given_names = TextField(label=LABELS["given_names"], required=False, max_length=100)
    family_name = TextField(label=LABELS["family_name"], required=False, max_length=100)
    age = AgeField(label=LABELS["age"], required=False, max_length=60, help_text=_("17, 30 - 40, or 8 months"))
    sex = forms.ChoiceField(label=LABELS["sex"], choices=Sex.choices, initial=Sex.UNKNOWN)


class OpenForm(CaseFields, PersonFields, SaidForm):
    """The report taken by telephone at night: what is needed, and nothing else."""

    field_order = (
        "case_type", "acute", "given_names", "family_name", "age", "sex", "last_seen", "last_seen_state",
        "last_seen_county", "last_seen_city", "tribal_land", "circumstances", "source", "certainty",
    )  # fmt: skip

    def case_values(self) -> dict[str, Any]:
        """Return the answers about the case by column."""
        return self.values(CaseFields.base_fields)

    def person_values(self) -> dict[str, Any]:
        """Return the answers about the person by column."""
        return self.values(PersonFields.base_fields)


ASKED_OF_A_CASE = (
    "reported_on", "circumstance", "missing_category", "alert", "ncic_entered_on", "residence_on_tribal_land",
    "contains_cji",
)  # fmt: skip


class _EditForm(CorrectingForm, CaseFields):
    """What an edit asks in words of its own."""

    place_precision = forms.ChoiceField(label=_("How exactly is the place known?"), choices=PlacePrecision.choices)
    place_detail = TextField(label=LABELS["place_detail"], required=False, max_length=500)
    protected = forms.BooleanField(
        label=LABELS["protected"],
        required=False,
        help_text=_("Open sharing then stops: only releases show the case."),
    )
    field_order = (
        "version", "case_type", "acute", "last_seen", "last_seen_state", "last_seen_county", "last_seen_city",
        "place_precision", "place_detail", "tribal_land", "residence_on_tribal_land", "circumstances", "circumstance",
        "missing_category", "alert", "reported_on", "ncic_entered_on", "protected", "contains_cji", "source",
        "certainty",
    )  # fmt: skip


EditForm = cast(
    type[_EditForm],
    type("EditForm", (_EditForm,), {"__module__": __name__, **fields_for("", Case, ASKED_OF_A_CASE)}),
)
"""Everything about a case that an edit may touch."""
