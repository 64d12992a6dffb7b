"""What is asked before anything can be read: for which agency, for what purpose."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Membership
from manumit.spine.ui.forms import Form

from ..purposes import offered
from .offering import offer


class PurposeForm(Form):
    """Agency, purpose, and agreement to the terms where it is due. `cleaned_data["membership"]` is the row."""

    membership = forms.ChoiceField(label=_("Act for"), widget=forms.RadioSelect)
    purpose = forms.ChoiceField(
        label=_("Purpose of use"),
        widget=forms.RadioSelect,
        help_text=_("Part of every decision about what you may see, and of every line of the log."),
    )
    terms = forms.BooleanField(label=_("I have read the terms of use and will follow them"))

    def __init__(self, *args: Any, memberships: list[Membership], terms_due: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.memberships = {str(each.pk): each for each in memberships}
        roles = {role for each in memberships for role in each.roles}
        offer(self, "membership", [(key, each.agency.name) for key, each in self.memberships.items()])
        offer(self, "purpose", [(each.value, str(each.label)) for each in offered(roles)])
        if not terms_due:
            del self.fields["terms"]

    def clean_membership(self) -> Membership:
        """Return the membership chosen."""
        return self.memberships[self.cleaned_data["membership"]]

    def clean(self) -> dict[str, Any]:
        """Refuse a purpose that the roles held in the chosen agency do not open."""
        membership, purpose = self.cleaned_data.get("membership"), self.cleaned_data.get("purpose")
        if membership and purpose and Purpose(purpose) not in offered(membership.roles):
            text = _("Your roles in this agency do not include this purpose. Choose another.")
            self.add_error("purpose", ValidationError(text, code="not_offered"))
        return self.cleaned_data
