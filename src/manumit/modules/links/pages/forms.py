"""What people fill in about links."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.matching import Matched
from manumit.spine.ui.forms import Form, MemorableDateField, TextField

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


class WhoForm(Form):
    """A description of somebody or something, the case it is for, and why."""

    case_kind = forms.CharField(initial="case", widget=forms.HiddenInput)
    case_number = TextField(label=_("For which case?"), max_length=16, help_text=_("Its number, such as C-4F7K-9Q2"))
    why = TextField(label=_("What do you need it for?"), max_length=300)
    name = forms.ChoiceField(
        label=_("What do you describe?"),
        choices=[each for each in Matched.choices if each[0] != Matched.LISTED_PARTY], initial=Matched.MISSING_PERSON,
    )  # fmt: skip
    given = TextField(label=_("Given names"), max_length=100, required=False)
    family = TextField(label=_("Family name"), max_length=100, required=False)
    birth = TextField(
        label=_("Date of birth"), max_length=24, required=False, help_text=_("1990-02-03, 1990-02 or 1990")
    )
    age_low = forms.IntegerField(label=_("Age, lowest"), min_value=0, max_value=120, required=False)
    age_high = forms.IntegerField(label=_("Age, highest"), min_value=0, max_value=120, required=False)
    sex = forms.ChoiceField(
        label=_("Sex"), choices=[("", _("Not known")), ("male", _("Male")), ("female", _("Female"))], required=False
    )
    height_low = forms.IntegerField(label=_("Height in inches, lowest"), min_value=10, max_value=108, required=False)
    height_high = forms.IntegerField(label=_("Height in inches, highest"), min_value=10, max_value=108, required=False)
    marks = TextField(
        label=_("Marks"), max_length=300, required=False, help_text=_("Tattoo of an anchor on left forearm")
    )
    city = TextField(label=_("Town"), max_length=100, required=False)
    state = TextField(label=_("State"), max_length=2, required=False, help_text=_("Two letters"))
    plate = TextField(
        label=_("Plate"), max_length=10, required=False, help_text=_("A question mark for each character nobody saw")
    )
    phone = TextField(label=_("Telephone"), max_length=40, required=False)
    account = TextField(label=_("Name of an account"), max_length=200, required=False)
    ends_on = MemorableDateField(
        label=_("Go on looking until"), required=False, help_text=_("Only where you press “Go on looking”")
    )

    def facts(self) -> dict[str, list[Any]]:
        """Return what was described as matching reads it."""
        given = self.cleaned_data
        names = [{"given": given["given"], "family": given["family"]}] if given["given"] or given["family"] else []
        place = {"city": given["city"], "state": given["state"]}
        return {
            "names": names,
            "birth": [*([given["birth"]] if given["birth"] else []), *self._age()],
            "sex": [given["sex"]] if given["sex"] else [],
            "height": self._span("height"),
            "marks": [given["marks"]] if given["marks"] else [],
            "places": [place] if given["city"] or given["state"] else [],
            "plates": [{"number": given["plate"], "state": given["state"]}] if given["plate"] else [],
            "phones": [given["phone"]] if given["phone"] else [],
            "accounts": [{"platform": "", "handle": given["account"]}] if given["account"] else [],
        }

    def _age(self) -> list[Any]:
        span = self._span("age")
        return [{**span[0], "on": timezone.localdate().isoformat()}] if span else []

    def _span(self, name: str) -> list[Any]:
        low, high = self.cleaned_data[f"{name}_low"], self.cleaned_data[f"{name}_high"]
        if low is None and high is None:
            return []
        return [{"low": low if low is not None else high, "high": high if high is not None else low}]
