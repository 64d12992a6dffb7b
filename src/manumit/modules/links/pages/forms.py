"""What people fill in about links."""

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form

from ..choices import Reason, Verdict

WORDS = forms.Textarea({"rows": 2})


class JudgeForm(Form):
    """Whether two are one, and on what grounds."""

    verdict = forms.ChoiceField(label=_("Are they the same?"), choices=Verdict.choices, widget=forms.RadioSelect)
    reason = forms.ChoiceField(label=_("On what does that rest?"), choices=Reason.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("In words"), max_length=500, required=False, widget=WORDS)


class BulkForm(Form):
    """One verdict for several pairs. "The same" is said pair by pair."""

    verdict = forms.ChoiceField(
        label=_("Verdict"), choices=[each for each in Verdict.choices if each[0] != Verdict.YES],
        widget=forms.Select({"class": "usa-select"}),
    )  # fmt: skip
    reason = forms.ChoiceField(label=_("Reason"), choices=Reason.choices)


class BecauseForm(Form):
    """Why."""

    because = forms.CharField(label=_("Why?"), max_length=500, widget=WORDS)
