"""What people fill in about suspects; what a noun's model says is asked as it says."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form, MemorableDateField, TextField, VersionedForm
from manumit.spine.ui.forms.columns import of_column
from manumit.spine.ui.forms.said import CorrectingForm, SaidForm
from manumit.spine.ui.forms.spread import DATE_HELP, AgeField, EdtfField, HeightField, WeightField
from manumit.spine.workflow import Transition

from ..actions.open_suspect import Opening
from ..choices import ForcedCriminality, NoticeEvent, Outcome, ToldBy, Under18
from ..models import PARTS, Basis, Suspect

HELP: Mapping[str, Any] = {
    "statement": _("Facts that somebody else could check: who saw what, when. No guess, no belief, no association."),
    "statute": _("A federal statute as in the table, such as 18 USC 1591; a state's or Tribe's as it is cited."),
    "plate_number": _("As it was written. Of a partial plate a question mark for each character nobody saw."),
    "e164": _("Such as +14065550100"),
    "races": _("As the source says. Misclassification is common; it never weighs against anybody."),
}
WORDS = forms.Textarea({"rows": 3})


def _field(model: Any, name: str) -> forms.Field:
    column: Any = model._meta.get_field(name)
    return of_column(column, label=column.verbose_name, help_text=HELP.get(name, ""))


def _fields(model: Any, names: Any) -> dict[str, forms.Field]:
    return {name: _field(model, name) for name in names}


def _made(name: str, base: type[Form], fields: Mapping[str, forms.Field], order: tuple[str, ...] = ()) -> Any:
    return type(name, (base,), {"__module__": __name__, "field_order": (*order, *fields), **fields})


def _part_form(part: str, base: type[Form], suffix: str) -> Any:
    model = PARTS[part]
    made = _fields(model, model.own_fields())
    return _made(f"{model.__name__}{suffix}", base, made, ("version",))


ADD: Mapping[str, Any] = {part: _part_form(part, SaidForm, "Form") for part in PARTS}
"""The form that adds one, by the part's name."""
CORRECT: Mapping[str, Any] = {part: _part_form(part, CorrectingForm, "CorrectForm") for part in PARTS}
"""The form that corrects one, by the part's name."""

LOOKS: dict[str, forms.Field] = {
    "under_18": _field(Suspect, "under_18"),
    "age": AgeField(label=_("Age"), required=False, max_length=60, help_text=_("17, 30 - 40, or 8 months")),
    "birth": EdtfField(label=_("Date of birth"), required=False, max_length=40, help_text=DATE_HELP),
    "sex": _field(Suspect, "sex"),
    "races": _field(Suspect, "races"),
    "height": HeightField(label=_("Height"), required=False, max_length=60),
    "weight": WeightField(label=_("Weight"), required=False, max_length=60),
    **_fields(
        Suspect,
        ("eye_left", "eye_right", "eye_note", "hair", "head_hair_note", "facial_hair_note", "skin", "cautions"),
    ),
}
EditForm: Any = _made("EditForm", CorrectingForm, LOOKS, ("version",))
"""How somebody looks, to correct."""

_OPENED = {
    "how": TextField(label=_("How does the person come into the case?"), max_length=300),
    "under_18": forms.ChoiceField(
        label=_("Was the person under 18 when it was done?"), choices=Under18.choices, widget=forms.RadioSelect,
        help_text=_("What is not known is treated as yes."),
    ),
    "given_names": TextField(label=_("Given names"), max_length=100, required=False),
    "family_name": TextField(label=_("Family name"), max_length=100, required=False),
    **_fields(Basis, ("statement", "said_by", "reliability", "validity", "known_on")),
}  # fmt: skip


class _OpenForm(SaidForm):
    """A person of interest, with the basis."""

    def opening(self) -> Opening:
        """Return the answers as the action takes them."""
        given = self.cleaned_data
        name = {key: given[key] for key in ("given_names", "family_name") if given[key]}
        basis = {key: given[key] for key in ("statement", "said_by", "reliability", "validity", "known_on")}
        names = [{"name_type": NAMED, **name}] if name else []
        return Opening(given["how"], given["under_18"], basis, names=names, **self.said())


NAMED = "legal"
OpenForm: Any = _made("OpenForm", _OpenForm, _OPENED)
"""What opens a record."""


class WithdrawForm(VersionedForm):
    """Why something recorded is taken out again."""

    reason = TextField(label=_("Why is it withdrawn?"), max_length=200)


class TieForm(Form):
    """One more case the person comes into."""

    number = TextField(label=_("Number of the case"), max_length=16, width="usa-input--medium")
    how = TextField(label=_("How does the person come into the case?"), max_length=300)
    source = TextField(label=_("Who says so?"), max_length=200)


class ValidateForm(VersionedForm):
    """Why what is kept is still valid."""

    because = forms.CharField(label=_("Why is the information still valid?"), widget=WORDS, max_length=300)


class NoticeForm(Form):
    """How the victims were told."""

    told_by = forms.ChoiceField(label=_("How were they told?"), choices=ToldBy.choices, widget=forms.RadioSelect)
    told_on = MemorableDateField(label=_("On which day?"))
    note = TextField(label=_("Note"), required=False, max_length=300, help_text=_("No name of a victim."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"told_on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class EventForm(Form):
    """Of what victims are told."""

    event = forms.ChoiceField(
        label=_("What happened?"), choices=NoticeEvent.choices, widget=forms.RadioSelect,
        help_text=_("Also bail, an escape, or a sentence that comes later than the verdict. A task is raised for it."),
    )  # fmt: skip


class SourceForm(VersionedForm):
    """Who a confidential source is, to be sealed."""

    who = TextField(label=_("Who is the source?"), max_length=300)
    how_reached = TextField(label=_("How are they reached safely?"), required=False, max_length=300)


class RevealForm(Form):
    """Why somebody needs sealed information now."""

    note = TextField(label=_("What do you need it for?"), max_length=300, help_text=_("It is kept in the log."))


class StepForm(VersionedForm):
    """Asks what the step's line of the procedure table asks."""

    def __init__(self, *args: Any, step: Transition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        for name in step.asks:
            self.fields[name] = ASKED[name]()
        if step.reasons is not None:
            reasons = [(each.code, each.title) for each in step.reasons]
            self.fields["reason"] = forms.ChoiceField(label=_("Why?"), choices=reasons, widget=forms.RadioSelect)
            self.fields["words"] = forms.CharField(
                label=_("In your own words"), required=False, max_length=1000, widget=WORDS
            )

    def given(self) -> dict[str, Any]:
        """Return the answers as the action takes them."""
        data = self.cleaned_data
        why = {name: data.get(name, "") for name in ("reason", "words")}
        answers = {name: data[name] for name in self.step.asks}
        return {"expected_version": data["version"], "answers": answers, **why}


def _forced() -> forms.Field:
    return forms.ChoiceField(
        label=_("May somebody have forced them to do it?"), choices=ForcedCriminality.choices, widget=forms.RadioSelect,
        help_text=_("Who profited, who threatened, who held documents or debts, who was older, who drove?"),
    )  # fmt: skip


def _outcome() -> forms.Field:
    return forms.ChoiceField(label=_("How did it end?"), choices=Outcome.choices, widget=forms.RadioSelect)


def _arrested() -> forms.Field:
    return MemorableDateField(label=_("Day of the arrest"))


ASKED = {"forced_criminality": _forced, "outcome": _outcome, "arrested_on": _arrested}
