"""What people fill in about a case and the people in it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.choices import Certainty
from manumit.spine.ui.forms import Form, TextField, VersionedForm
from manumit.values.age import Age, BadAge
from manumit.values.date_text import BadDate
from manumit.values.partial_date import PartialDate

from ..choices import (
    AgencyRole,
    CaseType,
    NumberScheme,
    PersonRole,
    PlacePrecision,
    Race,
    Sex,
    TribalLand,
    state_choices,
)

LAST_SEEN_HELP = _("As exactly as you know: 5/31/2024, 5/2024, 2024, about 2019, 2024-05-01/2024-05-09, or unknown.")
SOURCE_HELP = _("The person or paper the answers come from, such as “Mother, by telephone”.")


class PartialDateField(TextField):
    """A day, month, year, range or rough date in one line; cleaned to a PartialDate."""

    def clean(self, value: Any) -> PartialDate:
        """Return the date. Raises ValidationError that says what can be read."""
        text = super().clean(value)
        try:
            return PartialDate.parse(text or "unknown", timezone.localdate())
        except BadDate as bad:
            raise ValidationError(gettext("This cannot be read as a date: %(why)s.") % {"why": bad}) from None


class AgeField(TextField):
    """An age or a range of ages in one line; cleaned to an Age."""

    def clean(self, value: Any) -> Age:
        """Return the age. Raises ValidationError that says what can be read."""
        try:
            return Age.parse(super().clean(value) or "")
        except BadAge:
            raise ValidationError(gettext("Write an age like 17, 30 - 40, or 8 months.")) from None


class SaidForm(Form):
    """Asks for the source of what is written, and how sure it is."""

    source = TextField(label=_("Who says so?"), max_length=200, help_text=SOURCE_HELP)
    certainty = forms.ChoiceField(
        label=_("How sure?"), choices=Certainty.choices, initial=Certainty.EXACT, widget=forms.RadioSelect
    )

    def said(self) -> dict[str, Any]:
        """Return source and certainty as actions take them."""
        return {name: self.cleaned_data[name] for name in ("source", "certainty")}


class CaseFields(Form):
    """What a case itself is asked for."""

    case_type = forms.ChoiceField(label=_("What is it about?"), choices=CaseType.choices, initial=CaseType.MISSING)
    acute = forms.BooleanField(label=_("A life is in danger and time is critical"), required=False)
    last_seen = PartialDateField(label=_("When last seen?"), help_text=LAST_SEEN_HELP, required=False, max_length=40)
    last_seen_state = forms.ChoiceField(label=_("In which state?"), choices=state_choices)
    last_seen_county = TextField(label=_("County"), required=False, max_length=100)
    last_seen_city = TextField(label=_("City or place"), required=False, max_length=100)
    tribal_land = forms.ChoiceField(
        label=_("On Tribal land?"), choices=TribalLand.choices, initial=TribalLand.UNKNOWN, widget=forms.RadioSelect
    )
    circumstances = forms.CharField(
        label=_("What happened?"), widget=forms.Textarea({"rows": 5}), required=False, max_length=20_000
    )

    def case_values(self) -> dict[str, Any]:
        """Return the answers as fields of a case."""
        answers = {name: self.cleaned_data[name] for name in CaseFields.base_fields if name != "last_seen"}
        return {**answers, **as_range(self.cleaned_data["last_seen"])}


class PersonFields(Form):
    """What is asked about a person."""

    given_names = TextField(label=_("Given names"), required=False, max_length=100)
    family_name = TextField(label=_("Family name"), required=False, max_length=100)
    age = AgeField(label=_("Age"), required=False, max_length=60, help_text=_("17, 30 - 40, or 8 months"))
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN)

    def person_values(self) -> dict[str, Any]:
        """Return the answers as fields of a person."""
        answers = {name: self.cleaned_data[name] for name in type(self).person_fields() if name != "age"}
        age: Age = self.cleaned_data["age"]
        text = {"age_text": self.cleaned_data["age"].text.strip()}
        return {**answers, "age_min": age.years.low, "age_max": age.years.high, **text}

    @classmethod
    def person_fields(cls) -> list[str]:
        """Return the names of the fields about the person."""
        return list(PersonFields.base_fields)


class OpenForm(CaseFields, PersonFields, SaidForm):
    """The report taken by telephone at night: what is needed, and nothing else."""

    field_order = (
        "case_type", "acute", "given_names", "family_name", "age", "sex", "last_seen", "last_seen_state",
        "last_seen_county", "last_seen_city", "tribal_land", "circumstances", "source", "certainty",
    )  # fmt: skip


class EditForm(VersionedForm, CaseFields, SaidForm):
    """Everything about a case that an edit may touch."""

    reported_on = forms.DateField(
        label=_("Reported on"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    place_precision = forms.ChoiceField(label=_("How exactly is the place known?"), choices=PlacePrecision.choices)
    place_detail = TextField(label=_("Where exactly"), required=False, max_length=500)
    protected = forms.BooleanField(
        label=_("Protected person"),
        required=False,
        help_text=_("Open sharing then stops: only releases show the case."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.answers():
            self.fields[name].show_hidden_initial = True

    @classmethod
    def answers(cls) -> list[str]:
        """Return the names of the fields that are about the case."""
        return [name for name in cls.base_fields if name not in {"version", "source", "certainty"}]

    def changes(self) -> dict[str, Any]:
        """Return what differs from what the page showed, as fields of a case."""
        changed = {name: self.cleaned_data[name] for name in self.changed_data if name in self.answers()}
        seen = changed.pop("last_seen", None)
        return {**changed, **(as_range(seen) if seen is not None else {})}


class PersonForm(PersonFields, SaidForm):
    """A person in a case, whole."""

    role = forms.ChoiceField(label=_("Role in the case"), choices=PersonRole.choices)
    name_suffix = TextField(label=_("Suffix"), required=False, max_length=20, width="usa-input--small")
    races = forms.MultipleChoiceField(
        label=_("Race or ethnicity as reported"),
        choices=Race.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("As the source says. Misclassification is common: correct it with its source."),
    )
    birth = TextField(
        label=_("Date of birth"), required=False, max_length=10, help_text=_("1987, 1987-05 or 1987-05-02")
    )
    field_order = ("role", "given_names", "family_name", "name_suffix", "age", "birth", "sex", "races", "source")

    @classmethod
    def person_fields(cls) -> list[str]:
        """Return the names of the fields about the person."""
        return [*PersonFields.base_fields, "role", "name_suffix", "races", "birth"]

    def clean_birth(self) -> str:
        """Return the date of birth as year, month or day. Raises ValidationError."""
        text: str = self.cleaned_data["birth"].strip()
        try:
            known = PartialDate.parse(text or "unknown")
        except BadDate:
            raise ValidationError(gettext("Write 1987, 1987-05 or 1987-05-02.")) from None
        return known.iso if known.precision in {"day", "month", "year"} else ""


class EditPersonForm(VersionedForm, PersonForm):
    """A person in a case, corrected."""


class AgencyForm(SaidForm):
    """An agency's part in a case."""

    agency_name = TextField(label=_("Agency"), max_length=200)
    role = forms.ChoiceField(label=_("What it does"), choices=AgencyRole.choices)
    number = TextField(label=_("Its case number"), required=False, max_length=60)
    contact = TextField(label=_("Whom to ask"), required=False, max_length=200)
    field_order = ("agency_name", "role", "number", "contact", "source", "certainty")

    def agency_values(self) -> dict[str, Any]:
        """Return the answers as fields of an agency's part."""
        return {name: self.cleaned_data[name] for name in ("agency_name", "role", "number", "contact")}


class NumberForm(SaidForm):
    """A number in another system."""

    scheme = forms.ChoiceField(label=_("System"), choices=NumberScheme.choices)
    value = TextField(label=_("Number"), max_length=60)
    field_order = ("scheme", "value", "source", "certainty")


def as_range(seen: PartialDate) -> Mapping[str, Any]:
    """Return a partial date as the case's three fields."""
    return {
        "last_seen_earliest_on": seen.earliest,
        "last_seen_latest_on": seen.latest,
        "last_seen_precision": str(seen.precision),
    }
