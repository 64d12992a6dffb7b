"""What people fill in to share a suspect."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records.choices import Level
from manumit.spine.ui.forms import Form, TextField, VersionedForm

from ..actions.release_suspect import Terms
from ..releasable import SUSPECT
from .titles import GROUPS


class LevelForm(VersionedForm):
    """How far a record is shared."""

    level = forms.ChoiceField(label=_("Sharing"), choices=Level.choices, widget=forms.RadioSelect)
    source = TextField(label=_("Who decided?"), max_length=200)


def in_ninety_days() -> date:
    """Return the day a release ends if nobody chooses another."""
    return timezone.localdate() + timedelta(days=90)


class ReleaseForm(Form):
    """To whom a suspect is released, what, for what, by what right, until when."""

    agency = forms.ModelChoiceField(
        label=_("To which agency?"), queryset=Agency.objects.none(), empty_label=_("Choose an agency")
    )
    groups = forms.MultipleChoiceField(
        label=_("What may they read?"), initial=["summary"], widget=forms.CheckboxSelectMultiple,
        choices=[(group, GROUPS[group]) for group in SUSPECT.groups], help_text=_("The summary is always part of it."),
    )  # fmt: skip
    purposes = forms.MultipleChoiceField(
        label=_("For which purpose?"), choices=Purpose.choices, initial=[Purpose.INVESTIGATION],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    authority = TextField(
        label=_("By what authority?"), max_length=500, help_text=_("A statute, an agreement, a council resolution.")
    )
    expires_on = forms.DateField(
        label=_("Until which day?"), initial=in_ninety_days,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The release ends by itself with the end of that day."),
    )  # fmt: skip

    def __init__(self, *args: Any, owner_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Agency.objects.filter(active=True).exclude(pk=owner_id).exclude(kind__in=SUSPECT.never_to)
        self.fields["agency"].queryset = others  # type: ignore[attr-defined]  # a plain Field has none

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


def end_of_day(day: date) -> datetime:
    """Return the last moment of `day` in the install's zone."""
    return timezone.make_aware(datetime.combine(day, time.max))
