"""What people fill in to show on what was released to their agency."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.models import Release
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records.releasable import Releasable
from manumit.spine.ui.forms import Form, TextField

from ..actions.show_on import Onwards
from .forms import LONG, AgencyField, day_field
from .request_forms import ANSWER_DAYS


class ShowOnForm(Form):
    """To whom, what, for what, by what right, until when: no wider and no longer than it was released."""

    agency = AgencyField(label=_("To which agency?"))
    groups = forms.MultipleChoiceField(
        label=_("What may they read?"), initial=["summary"], widget=forms.CheckboxSelectMultiple,
        help_text=_("The summary is always part of it."),
    )  # fmt: skip
    purposes = forms.MultipleChoiceField(label=_("For which purpose?"), widget=forms.CheckboxSelectMultiple)
    authority = TextField(label=_("By what authority?"), max_length=500)
    until_on = day_field(_("Until which day?"), help_text=_("It ends with your agency's own release at the latest."))

    def __init__(self, *args: Any, first: Release, offer: Releasable, may: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["agency"].offer(but=first.agency_id, never_to=offer.never_to)
        others: Any = fields["agency"].queryset
        fields["agency"].queryset = others.exclude(pk=first.giver_id) if first.giver_id else others
        fields["groups"].choices = [(group, offer.titles[group]) for group in may if group in offer.titles]
        fields["purposes"].choices = [each for each in Purpose.choices if each[0] in first.purposes]
        fields["purposes"].initial = first.purposes
        fields["until_on"].initial = timezone.localdate(first.expires_at)

    def onwards(self) -> Onwards:
        """Return the answers."""
        given = self.cleaned_data
        agency: Agency = given["agency"]
        groups, purposes = frozenset(given["groups"]), frozenset(given["purposes"])
        return Onwards(agency.pk, groups, purposes, given["authority"], given["until_on"])


class AskOnForm(ShowOnForm):
    """The same, asked of the owner."""

    because = forms.CharField(
        label=_("What is it needed for?"), widget=forms.Textarea(LONG), max_length=2_000,
        help_text=_("The agency you ask reads this. Say no more than it needs to decide."),
    )  # fmt: skip
    needed_by = day_field(_("By which day do you need an answer?"), help_text=_("With that day the request lapses."))

    def __init__(self, *args: Any, first: Release, **kwargs: Any) -> None:
        super().__init__(*args, first=first, **kwargs)
        usual = timezone.localdate() + timedelta(days=ANSWER_DAYS)
        self.fields["needed_by"].initial = min(usual, timezone.localdate(first.expires_at))

    def why(self) -> dict[str, Any]:
        """Return what it is needed for, and by when."""
        return {name: self.cleaned_data[name] for name in ("because", "needed_by")}
