"""The form of every noun in a case but the case itself: made from its model, to add one or to correct one."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form, TextField
from manumit.spine.ui.forms.said import CorrectingForm, SaidForm

from ..actions.cleaning import KEPT_BY_US
from ..models import PARTS, CaseAgency, CasePerson, OutsideNumber
from .label_words import LABELS
from .model_fields import fields_for

People = Sequence[tuple[int, str]]
"""Id and name of each person of a case that a part may be about."""

FORMS: Mapping[str, type[models.Model]] = {
    "people": CasePerson, "agencies": CaseAgency, "numbers": OutsideNumber, **PARTS,
}  # fmt: skip
ASKED: Mapping[str, tuple[str, ...]] = {
    "people": (
        "role", "given_names", "middle_names", "family_name", "name_suffix", "age_min", "birth", "sex", "races",
        "height_min", "height_certainty", "weight_min", "weight_certainty", "eye_left", "eye_right", "eye_note",
        "hair", "head_hair_note", "facial_hair_note", "body_hair_note", "skin", "age_group", "races_note",
        "birthplace", "citizenships", "languages", "blood", "none_known",
    ),
    "agencies": (
        "agency_name", "role", "number", "contact", "contact_title", "phone", "email", "reported_on", "agency_kind",
        "jurisdiction", "ori", "street", "city", "county", "state", "postal_code", "website",
    ),
    "numbers": ("scheme", "value"),
}  # fmt: skip
"""What is asked of a noun, in this order; of others every field their model names, in its order."""
SECTIONS: Mapping[str, Mapping[Any, tuple[str, ...]]] = {
    "people": {
        "": ("role", "given_names", "middle_names", "family_name", "name_suffix", "age", "birth", "sex", "races"),
        _("Height and weight"): ("height", "height_certainty", "weight", "weight_certainty"),
        _("Eyes, hair and skin"): (
            "eye_left", "eye_right", "eye_note", "hair", "head_hair_note", "facial_hair_note", "body_hair_note", "skin",
        ),
        _("More about the person"): (
            "age_group", "races_note", "birthplace", "citizenships", "languages", "blood", "none_known",
        ),
    },
    "agencies": {
        "": ("agency_name", "role", "number", "contact", "contact_title", "phone", "email", "reported_on"),
        _("More about the agency"): (
            "agency_kind", "jurisdiction", "ori", "street", "city", "county", "state", "postal_code", "website",
        ),
    },
    "exploitations": {
        "": ("person", "status", "decided_by", "kinds", "sex_kinds", "industry", "controls", "description"),
        _("How it began, and the person"): (
            "recruited_by", "recruited_on", "exploited_on", "relationship", "vulnerabilities", "vulnerability_detail",
            "age_when", "from_on", "until_on", "countries",
        ),
    },
}  # fmt: skip


class PartForm(SaidForm):
    """A part to add; `person` is asked where the noun may be about one."""

    def __init__(self, *args: Any, people: People = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "person" in self.fields:
            cast(forms.ChoiceField, self.fields["person"]).choices = [("", _("Nobody in particular")), *people]

    def clean(self) -> dict[str, Any]:
        """Return the answers; where the time of an event is known, its day is."""
        answers = super().clean() or self.cleaned_data
        if answers.get("at") and "when" in self.fields:
            self._follow(answers["at"])
        return self.cleaned_data

    def _follow(self, at: Any) -> None:
        self.cleaned_data["when"] = Moment(at)


class Moment:
    """A time of day that is known, where a date is asked."""

    def __init__(self, at: Any) -> None:
        self.earliest = self.latest = at.date()
        self.precision = "exact"


class CorrectPartForm(PartForm, CorrectingForm):
    """A part to correct."""


class WithdrawForm(Form):
    """Why something recorded is taken out again."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = TextField(
        label=_("Why is it withdrawn?"),
        max_length=200,
        help_text=_("Such as: entered in the wrong case. It stays in the history with your reason."),
    )


def own_fields(model: type[models.Model]) -> tuple[str, ...]:
    """Return the fields of a noun in the order of its model."""
    return tuple(field.name for field in model._meta.concrete_fields)


def _made(part: str, base: type[Form], suffix: str) -> type[Any]:
    model = FORMS[part]
    names = ASKED.get(part) or [name for name in own_fields(model) if name not in KEPT_BY_US]
    fields = fields_for(part, model, names)
    about = {"person": _person()} if "person" in names else {}
    order = ("version", *about, *fields, "source", "certainty")
    body = {"__module__": __name__, "field_order": order, "sections_of": SECTIONS.get(part, {}), **about, **fields}
    return type(f"{part.title().replace('_', '')}{suffix}", (base,), body)


def _person() -> forms.Field:
    return forms.ChoiceField(label=LABELS["person"], required=False)


ADD: Mapping[str, type[PartForm]] = {part: _made(part, PartForm, "Form") for part in FORMS}
"""The form that adds one, by the noun's name."""
CORRECT: Mapping[str, type[CorrectPartForm]] = {part: _made(part, CorrectPartForm, "CorrectForm") for part in FORMS}
"""The form that corrects one, by the noun's name."""
