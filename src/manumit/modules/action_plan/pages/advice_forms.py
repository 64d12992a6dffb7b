"""The forms of advice: asking, giving, answering, hours, and what is shown of oneself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form, TextField

from ..choices import AskedOf, BecameOf
from .forms import day, text

NAME_HELP = _("Leave it empty to stay nameless. You can change it at any time; it holds at once, everywhere.")


def _hours(label: object, **options: object) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=5, decimal_places=2, min_value=0, **options)  # type: ignore[arg-type]  # options go to Django's field as they are


class AskForm(Form):
    """A question to people with lived experience."""

    about = TextField(
        label=_("Number of what it is about"), max_length=30,
        help_text=_("A commitment (AC-…), a recommendation (AR-…) or a decision of a meeting (as its page shows it)."),
    )  # fmt: skip
    asked_of = forms.ChoiceField(label=_("Whom you ask"), choices=AskedOf.choices, widget=forms.RadioSelect)
    question = text(_("Your question"))
    due_on = day(_("Advice wanted by"), required=False)
    hours = _hours(_("Hours paid for, each adviser at most"))
    rate = forms.DecimalField(
        label=_("US dollars an hour"), max_digits=7, decimal_places=2, min_value=0,
        help_text=_("Expertise by experience is paid as other expertise is."),
    )  # fmt: skip
    internal_text = text(_("For the task force only"), required=False, rows=2)


class GiveForm(Form):
    """Advice."""

    text = text(_("Your advice"), rows=6)
    named = TextField(label=_("Name to show with it"), required=False, max_length=120, help_text=NAME_HELP)
    may_publish = forms.BooleanField(
        label=_("The public may read it, with what became of it"), required=False,
        help_text=_("Otherwise only the task force reads it."),
    )  # fmt: skip


class BecameForm(Form):
    """What became of advice."""

    became = forms.ChoiceField(
        label=_("What became of it"), choices=[each for each in BecameOf.choices if each[0]], widget=forms.RadioSelect
    )
    reasons = text(_("Reasons"), required=False, help_text=_("Needed unless all of it is taken up."))


class HoursForm(Form):
    """Hours of one day."""

    worked_on = day(_("Day"))
    hours = _hours(_("Hours"), help_text=_("In quarters, such as 1.25."))
    did = TextField(label=_("What you did"), max_length=300)


class ShownForm(Form):
    """What is shown of one's own words."""

    named = TextField(label=_("Name to show with it"), required=False, max_length=120, help_text=NAME_HELP)
    may_publish = forms.BooleanField(label=_("The public may read it, with what became of it"), required=False)


class EverywhereForm(Form):
    """One name, or none, for everything."""

    named = TextField(label=_("Name to show with all you said"), required=False, max_length=120, help_text=NAME_HELP)
