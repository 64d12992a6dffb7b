"""What people fill in about a case, and about what stands in it; what a noun's model says is asked as it says."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form, TextField
from manumit.spine.ui.forms.said import CorrectingForm, SaidForm
from manumit.spine.ui.forms.spread import DATE_HELP, AgeField, PartialDateField

from ..choices import CaseType, PlacePrecision, Sex, TribalLand, state_choices
from ..models import Case
from .label_words import LABELS
from .model_fields import fields_for


class LastSeenField(PartialDateField):
    """When somebody was last seen."""

    columns = ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision")


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
