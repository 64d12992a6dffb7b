"""What people fill in when a release is asked for, and answered."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.models import SharingTerms
from manumit.spine.identity.choices import AgencyKind, Purpose
from manumit.spine.ui.forms import Form, TextField, VersionedForm

from .. import covering
from ..actions.answer_request import Answer
from ..actions.ask_release import Wanted
from ..choices import Refusal
from ..models import ReleaseRequest
from .forms import LONG, USUAL_DAYS, AgencyField, day_field

ANSWER_DAYS = 30


class AskForm(Form):
    """A request."""

    other = AgencyField(label=_("Which agency do you ask?"))
    reference = TextField(
        label=_("About which number?"), max_length=40,
        help_text=_("A record's number that you know; or your own inquiry or record, where it pointed to that agency."),
    )  # fmt: skip
    groups = forms.MultipleChoiceField(
        label=_("What do you ask to read?"), widget=forms.CheckboxSelectMultiple,
        help_text=_("The summary of a record is part of it wherever anything else of it is."),
    )  # fmt: skip
    purposes = forms.MultipleChoiceField(
        label=_("For which purpose?"), choices=Purpose.choices, initial=[Purpose.INVESTIGATION],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    authority = TextField(label=_("By what legal authority?"), max_length=500)
    because = forms.CharField(
        label=_("What do you need it for?"), widget=forms.Textarea(LONG), max_length=2_000,
        help_text=_("The agency you ask reads this. Say no more than it needs to decide."),
    )  # fmt: skip
    needed_by = day_field(_("By which day do you need an answer?"), help_text=_("With that day the request lapses."))
    until_on = day_field(_("Until which day do you need to read it?"))

    def __init__(self, *args: Any, agency_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields
        named["other"].offer(but=agency_id, never_to=frozenset({AgencyKind.SERVICE_PROVIDER.value}))
        named["groups"].choices = covering.choices()
        named["needed_by"].initial = timezone.localdate() + timedelta(days=ANSWER_DAYS)
        named["until_on"].initial = timezone.localdate() + timedelta(days=USUAL_DAYS)

    def wanted(self) -> Wanted:
        """Return the answers as what is asked."""
        given = self.cleaned_data
        same = ("reference", "authority", "because", "until_on", "needed_by")
        sets: dict[str, Any] = {name: frozenset(given[name]) for name in ("groups", "purposes")}
        return Wanted(given["other"].pk, **sets, **{name: given[name] for name in same})


class AnswerForm(VersionedForm):
    """What is released, or offered, in answer."""

    number = TextField(label=_("Which record of yours is it?"), max_length=16)
    groups = forms.MultipleChoiceField(
        label=_("What may they read?"), widget=forms.CheckboxSelectMultiple,
        help_text=_("All that was asked is ticked. Give less, and they are offered it: they accept or decline."),
    )  # fmt: skip
    until_on = day_field(_("Until which day?"), help_text=_("The release ends by itself with the end of that day."))
    under = forms.ModelChoiceField(
        label=_("Under which agreement?"), queryset=SharingTerms.objects.none(), required=False,
        empty_label=_("Under none: by your own authority"),
        help_text=_("What is released under an agreement is no wider and no longer than it, and ends with it."),
    )  # fmt: skip
    authority = TextField(label=_("By what authority?"), max_length=500)
    said = forms.CharField(
        label=_("A word to them, where you give less"), widget=forms.Textarea(LONG), max_length=1_000, required=False
    )

    def __init__(self, *args: Any, asked: ReleaseRequest, under: list[SharingTerms], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["groups"].choices = list(zip(asked.groups, covering.pair_titles(asked.groups), strict=True))
        fields["under"].queryset = SharingTerms.objects.filter(pk__in=[each.pk for each in under])
        fields["under"].label_from_instance = lambda terms: f"{terms.agreement}: {terms.receiver.name}"
        if not under:
            del fields["under"]

    def answer(self, kind: str) -> Answer:
        """Return what is given of a record of `kind`."""
        given = self.cleaned_data
        pairs = (pair.split(".", 1) for pair in given["groups"])
        groups = frozenset(group for of, group in pairs if of == kind)
        return Answer(groups, given["until_on"], given["authority"], given.get("under"), given["said"])


class RefuseForm(VersionedForm):
    """Why a request is refused."""

    reason = forms.ChoiceField(
        label=_("Why?"), choices=Refusal.choices, widget=forms.RadioSelect,
        help_text=_("The first is said alike of what you do not hold and of what you may not show."),
    )  # fmt: skip
    words = forms.CharField(label=_("In your own words"), widget=forms.Textarea(LONG), max_length=500, required=False)

    def __init__(self, *args: Any, asked: ReleaseRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked.onward_of_id:  # who asks reads the record, so that nothing is left to be hidden
            reason: Any = self.fields["reason"]
            reason.choices = [each for each in Refusal.choices if each[0] != Refusal.NOTHING]
            reason.help_text = ""
