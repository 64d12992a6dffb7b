"""What is asked about people: roles, the end of a membership, an invitation, its acceptance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency
from manumit.spine.ui.forms import Form, MemorableDateField

from .offering import offer, offer_rows


def _offered(operator: bool) -> list[tuple[str, str]]:
    """Only an operator gives or takes the operator's role."""
    return [(role.value, str(role.label)) for role in Role if operator or role != Role.OPERATOR]


class RolesForm(Form):
    """The roles of one membership, as far as the person asking may give them."""

    roles = forms.MultipleChoiceField(label=_("Roles"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, operator: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "roles", _offered(operator))


class EndForm(Form):
    """The last day of a membership."""

    until_on = MemorableDateField(label=_("Last day"), help_text=_("A day gone by ends the membership now"))


class InviteForm(Form):
    """Whom to invite, into which agency, as what."""

    full_name = forms.CharField(label=_("Full name"), max_length=200)
    email = forms.EmailField(label=_("Work e-mail address"))
    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Agency"))
    roles = forms.MultipleChoiceField(label=_("Roles"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, agencies: Any, operator: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "roles", _offered(operator))
        offer_rows(self, "agency", agencies)


class AcceptForm(Form):
    """What the invited person confirms."""

    full_name = forms.CharField(label=_("Your full name"), max_length=200)
    terms = forms.BooleanField(label=_("I have read the terms of use and will follow them"))
