"""What is asked for a token."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.forms import Form

from ..scopes_offered import offered
from .offering import offer


class TokenForm(Form):
    """A label, scopes and days."""

    label = forms.CharField(label=_("What it is for"), max_length=100)
    scopes = forms.MultipleChoiceField(label=_("Scopes"), widget=forms.CheckboxSelectMultiple)
    days = forms.TypedChoiceField(
        label=_("Ends after"), coerce=int, choices=[(30, _("30 days")), (90, _("90 days")), (365, _("365 days"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "scopes", [(name, name) for name in offered()])
