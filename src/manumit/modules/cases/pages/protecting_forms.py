"""What people fill in to seal, share, release and hold a case."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records.choices import Level
from manumit.spine.ui.forms import Form, TextField, VersionedForm

from ..actions.release_case import NEVER_RELEASED, Terms
from .label_words import GROUPS

RELEASABLE = [(name, title) for name, title in GROUPS.items() if name not in NEVER_RELEASED]


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


def in_ninety_days() -> date:
    """Return the day a release ends if nobody chooses another."""
    return timezone.localdate() + timedelta(days=90)


class ReleaseForm(Form):
    """To whom a case is released, what, for what, by what right, until when."""

    agency = forms.ModelChoiceField(
        label=_("To which agency?"), queryset=Agency.objects.none(), empty_label=_("Choose an agency")
    )
    groups = forms.MultipleChoiceField(
        label=_("What may they read?"),
        choices=RELEASABLE,
        initial=["summary"],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The summary is always part of it."),
    )
    purposes = forms.MultipleChoiceField(
        label=_("For which purpose?"),
        choices=Purpose.choices,
        initial=[Purpose.INVESTIGATION],
        widget=forms.CheckboxSelectMultiple,
    )
    authority = TextField(
        label=_("By what authority?"), max_length=500, help_text=_("A statute, an agreement, a council resolution.")
    )
    expires_on = forms.DateField(
        label=_("Until which day?"),
        initial=in_ninety_days,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The release ends by itself with the end of that day."),
    )

    def __init__(self, *args: Any, owner_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Agency.objects.filter(active=True).exclude(pk=owner_id)
        self.fields["agency"].queryset = others  # type: ignore[attr-defined]

    def terms(self) -> Terms:
        """Return the answers as the terms of a release; it ends with the end of the day."""
        given = self.cleaned_data
        return Terms(
            agency_id=given["agency"].pk,
            groups=frozenset(given["groups"]),
            purposes=frozenset(given["purposes"]),
            authority=given["authority"],
            expires_at=end_of_day(given["expires_on"]),
        )


class HoldForm(Form):
    """Why a case may not be deleted."""

    reason = TextField(label=_("Why is it held?"), max_length=500)
    authority = TextField(label=_("By what order or statute?"), max_length=200)


class LiftForm(Form):
    """Why a hold ends."""

    reason = TextField(label=_("Why is the hold lifted?"), max_length=500)


def end_of_day(day: date) -> datetime:
    """Return the last moment of `day` in the install's zone."""
    return timezone.make_aware(datetime.combine(day, time.max))
