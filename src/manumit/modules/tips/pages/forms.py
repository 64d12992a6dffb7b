"""What staff fill in about tips."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency, Membership
from manumit.spine.ui.forms import Form, MemorableDateField, TextField, VersionedForm
from manumit.spine.workflow import Transition

from ..actions.arrival import Arrival
from ..choices import TAKEN_BY_STAFF, Danger, Priority
from ..models.tip import LONG
from .public.forms import TipForm

WORDS = forms.Textarea({"rows": 3})


class RecordForm(TipForm):
    """A tip that an officer writes down; the questions are the public's."""

    channel = forms.ChoiceField(label=_("How did it come?"), choices=TAKEN_BY_STAFF, widget=forms.RadioSelect)
    field_order = ("channel", "danger")

    def arrival(self, language: str) -> Arrival:
        """Return the answers as the action takes them."""
        given = self.cleaned_data
        return Arrival(given["channel"], self.said(language), self.giver(), given["danger"] or Danger.UNKNOWN)


class EmailForm(Form):
    """A forwarded e-mail."""

    file = forms.FileField(label=_("The e-mail, saved as .eml"))


class AnswerForm(Form):
    """An answer."""

    text = forms.CharField(
        label=_("Answer"), max_length=LONG, widget=forms.Textarea({"rows": 6}),
        help_text=_("Whoever has number and secret reads it. No name of an officer, nothing that endangers them."),
    )  # fmt: skip


class LinkForm(Form):
    """To which case."""

    number = TextField(label=_("Number of the case"), max_length=40)
    note = TextField(label=_("Why may it concern the case?"), max_length=300)


class UnlinkForm(VersionedForm):
    """Why a link is taken away."""

    reason = TextField(label=_("Why?"), max_length=200)


class GiveForm(VersionedForm):
    """To whom a tip is given."""

    member = forms.TypedChoiceField(label=_("To whom?"), coerce=int)
    due_on = MemorableDateField(label=_("To be done by"), required=False)

    def __init__(self, *args: Any, colleagues: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each.pk, each.person.full_name) for each in colleagues]
        self.fields["member"].choices = offered  # type: ignore[attr-defined]  # the field is a ChoiceField


class GiverForm(VersionedForm):
    """Who gave it, to be sealed."""

    name = TextField(label=_("Name"), required=False, max_length=200)
    telephone = TextField(label=_("Telephone"), required=False, max_length=60)
    email = TextField(label=_("E-mail"), required=False, max_length=200)
    other = TextField(label=_("Another way to reach them"), required=False, max_length=300)
    how = TextField(label=_("How is it safe?"), required=False, max_length=500)
    when = TextField(label=_("When is it safe?"), required=False, max_length=500)
    never = forms.CharField(label=_("What must never be said?"), required=False, max_length=500, widget=WORDS)


class PaymentForm(VersionedForm):
    """Who is paid, to be sealed."""

    payee = TextField(
        label=_("Payee"), max_length=200, help_text=_("The tip's number alone where the giver stays anonymous")
    )  # fmt: skip
    amount = TextField(
        label=_("Amount in dollars"), max_length=20, help_text=_("BIA pays up to $5,000 as a rule; it may be raised.")
    )  # fmt: skip
    how_paid = TextField(label=_("How it is paid"), required=False, max_length=200)
    reference = TextField(label=_("Voucher"), required=False, max_length=100)

    def __init__(self, *args: Any, approved: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("payee", "amount") if approved else ():
            del self.fields[name]


class RevealForm(Form):
    """Why somebody needs sealed information now."""

    note = TextField(label=_("What do you need it for?"), max_length=300, help_text=_("It is kept in the log."))


class DeskForm(Form):
    """An agency's public page."""

    address = TextField(
        label=_("Last part of the address"), max_length=40, help_text=_("Small letters, digits and single hyphens")
    )  # fmt: skip
    open = forms.BooleanField(label=_("Take tips from the public"), required=False)
    general = forms.BooleanField(
        label=_("Take tips from people who do not know whom to tell"), required=False,
        help_text=_("One agency of this installation does."),
    )  # fmt: skip


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


def _priority() -> forms.Field:
    return forms.ChoiceField(label=_("Priority"), choices=Priority.choices, widget=forms.RadioSelect)


def _due() -> forms.Field:
    return MemorableDateField(label=_("To be done by"), initial=timezone.localdate)


def _duplicate() -> forms.Field:
    return TextField(label=_("Which tip says the same?"), max_length=40)


def _referred() -> forms.Field:
    return TextField(label=_("Which agency was told?"), max_length=200)


ASKED = {"priority": _priority, "due_on": _due, "duplicate_of": _duplicate, "referred_to": _referred}


class HandOverForm(Form):
    """To whose triage, and why."""

    other = forms.ModelChoiceField(
        label=_("To which agency?"), queryset=Agency.objects.none(), empty_label=_("Choose an agency"),
        help_text=_("Those in which somebody triages tips."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why?"), max_length=2_000, widget=WORDS,
        help_text=_("They read this before they accept. Say no more of the tip than they need to decide."),
    )  # fmt: skip

    def __init__(self, *args: Any, agencies: QuerySet[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = agencies  # type: ignore[attr-defined]  # the field is a ModelChoiceField


class HandoverStepForm(VersionedForm):
    """A step that asks nothing."""


class HandoverWordsForm(VersionedForm):
    """A step that asks why."""

    words = forms.CharField(label=_("Why?"), max_length=1_000, widget=WORDS)
