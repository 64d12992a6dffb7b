"""What people fill in to seal, share and hold a case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.choices import Level
from manumit.spine.ui.forms import Form, TextField, VersionedForm


class WhereaboutsForm(VersionedForm):
    """Where a located person is, to be sealed."""

    place = TextField(label=_("Where they are"), max_length=500)
    contact = TextField(label=_("How to reach them safely"), required=False, max_length=500)
    wishes = forms.CharField(
        label=_("What they wish others to be told"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        max_length=2_000,
        help_text=_("An adult's whereabouts are told to nobody without their consent."),
    )


class ProtectedContactForm(VersionedForm):
    """How to reach somebody whose address is protected, to be sealed."""

    how = TextField(label=_("How and when it is safe to reach them"), max_length=500)
    not_how = TextField(label=_("How they must never be reached"), required=False, max_length=500)


class RevealForm(Form):
    """Why somebody needs sealed information now."""

    note = TextField(label=_("What do you need it for?"), max_length=300, help_text=_("It is kept in the log."))


class LevelForm(VersionedForm):
    """How far a case is shared."""

    level = forms.ChoiceField(label=_("Sharing"), choices=Level.choices, widget=forms.RadioSelect)
    source = TextField(label=_("Who decided?"), max_length=200)


class HoldForm(Form):
    """Why a case may not be deleted."""

    reason = TextField(label=_("Why is it held?"), max_length=500)
    authority = TextField(label=_("By what order or statute?"), max_length=200)


class LiftForm(Form):
    """Why a hold ends."""

    reason = TextField(label=_("Why is the hold lifted?"), max_length=500)
