"""What people fill in between agencies."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.models import Onward, SharingTerms, Use
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records.releasable import Releasable
from manumit.spine.records.releasing import Terms
from manumit.spine.ui.forms import Form, TextField, VersionedForm

from .. import covering

LONG = {"rows": 3}
USUAL_DAYS = 90


def day_field(label: Any, **options: Any) -> forms.DateField:
    """Return a question for a day."""
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options)


class AgencyField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django has no such argument at run time
    """Another active agency."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Agency.objects.none(), empty_label=_("Choose an agency"), **options)

    def offer(self, *, but: int, never_to: frozenset[str] = frozenset()) -> None:
        """Offer every active agency but one, and none of the kinds `never_to`."""
        self.queryset = Agency.objects.filter(active=True).exclude(pk=but).exclude(kind__in=never_to)


class DraftForm(Form):
    """An agreement."""

    title = TextField(label=_("What is it called?"), max_length=200)
    other = AgencyField(label=_("With which agency?"))
    groups = forms.MultipleChoiceField(
        label=_("What may be shown?"), widget=forms.CheckboxSelectMultiple,
        help_text=_("The summary of a record is part of it wherever anything else of it is."),
    )  # fmt: skip
    mutual = forms.BooleanField(label=_("Both ways: they may show us the same"), required=False)
    purposes = forms.MultipleChoiceField(
        label=_("For which purpose?"), choices=Purpose.choices, widget=forms.CheckboxSelectMultiple
    )
    authority = TextField(label=_("By what legal authority?"), max_length=500)
    onward = forms.ChoiceField(
        label=_("May the receiver show it on?"), choices=Onward.choices, widget=forms.RadioSelect
    )
    answer_days = forms.IntegerField(
        label=_("Within how many days is a request answered?"), required=False, min_value=1, max_value=365,
        help_text=_("Empty: the agreement sets no clock."),
    )  # fmt: skip
    starts_on = day_field(_("From which day?"))
    expires_on = day_field(_("Through which day?"), help_text=_("It ends by itself with that day."))

    def __init__(self, *args: Any, agency_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields
        named["other"].offer(but=agency_id)
        named["groups"].choices = covering.choices()


class SignForm(Form):
    """A signature. It carries what was read."""

    capacity = TextField(
        label=_("In what capacity do you sign?"), max_length=200, help_text=_("For example: Chief of Police.")
    )
    terms_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)
    sure = forms.BooleanField(label=_("I am authorised to sign for my agency"))


class WordsForm(VersionedForm):
    """Why a step is taken."""

    words = forms.CharField(label=_("Why?"), widget=forms.Textarea(LONG), max_length=500)


class StepForm(VersionedForm):
    """A step that needs no reason."""


class DecisionForm(Form):
    """What a nation decided."""

    use = forms.ChoiceField(label=_("About which use?"), choices=Use.choices, widget=forms.RadioSelect)
    agency = AgencyField(
        label=_("Which agency may investigate?"),
        required=False,
        help_text=_("Empty: every agency. Investigation only."),
    )
    allowed = forms.TypedChoiceField(
        label=_("What was decided?"), choices=[("yes", _("It is allowed")), ("no", _("It is not allowed"))],
        coerce=lambda word: word == "yes", widget=forms.RadioSelect,
    )  # fmt: skip
    decided_by = TextField(label=_("Who decided?"), max_length=200, help_text=_("For example: Tribal Council."))
    citation = TextField(label=_("Where does it stand?"), max_length=200, help_text=_("The number of the resolution."))
    ends_on = day_field(_("Through which day?"), required=False, help_text=_("Empty: until the nation decides anew."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency: Any = self.fields["agency"]
        agency.offer(but=0)


class ReleaseForm(Form):
    """To whom a record is released, what, for what, by what right, until when."""

    agency = AgencyField(label=_("To which agency?"))
    under = forms.ModelChoiceField(
        label=_("Under which agreement?"), queryset=SharingTerms.objects.none(), required=False,
        empty_label=_("Under none: by your own authority"),
        help_text=_("What is released under an agreement is no wider and no longer than it, and ends with it."),
    )  # fmt: skip
    groups = forms.MultipleChoiceField(
        label=_("What may they read?"), initial=["summary"], widget=forms.CheckboxSelectMultiple,
        help_text=_("The summary is always part of it."),
    )  # fmt: skip
    purposes = forms.MultipleChoiceField(
        label=_("For which purpose?"), choices=Purpose.choices, initial=[Purpose.INVESTIGATION],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    authority = TextField(label=_("By what authority?"), max_length=500)
    expires_on = day_field(_("Until which day?"), help_text=_("The release ends by itself with the end of that day."))

    def __init__(self, *args: Any, owner_id: int, offer: Releasable, under: list[SharingTerms], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["agency"].offer(but=owner_id, never_to=offer.never_to)
        fields["groups"].choices = [(group, offer.titles[group]) for group in offer.groups]
        fields["expires_on"].initial = timezone.localdate() + timedelta(days=USUAL_DAYS)
        fields["under"].queryset = SharingTerms.objects.filter(pk__in=[each.pk for each in under])
        fields["under"].label_from_instance = lambda terms: f"{terms.agreement}: {terms.receiver.name}"
        if not under:
            del fields["under"]

    def terms(self) -> Terms:
        """Return the answers as the terms of a release."""
        given, under = self.cleaned_data, self.cleaned_data.get("under")
        ends = covering.last_moment(given["expires_on"])
        return Terms(
            agency_id=given["agency"].pk,
            groups=frozenset(given["groups"]),
            purposes=frozenset(given["purposes"]),
            authority=given["authority"],
            expires_at=ends,
            under=under,
        )
