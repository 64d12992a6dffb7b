"""What people fill in to work together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import AgencyKind
from manumit.spine.records.releasable import Releasable
from manumit.spine.ui.forms import Form, TextField

from ..actions.start_joint import Plan
from ..choices import JointAdds
from ..models import JointPartner, JointWork
from .forms import LONG, AgencyField, day_field


class PlanForm(Form):
    """To what aim, what partners read and may add, until when."""

    aim = forms.CharField(label=_("To what aim do you work together?"), widget=forms.Textarea(LONG), max_length=2_000)
    groups = forms.MultipleChoiceField(
        label=_("What do partners read?"), initial=["summary"], widget=forms.CheckboxSelectMultiple,
        help_text=_("The summary is always part of it."),
    )  # fmt: skip
    may_add = forms.MultipleChoiceField(
        label=_("What may partners add to the log of the work?"), choices=JointAdds.choices, required=False,
        initial=JointAdds.values, widget=forms.CheckboxSelectMultiple,
        help_text=_("The record itself is written by you alone: you take a fact into it."),
    )  # fmt: skip
    authority = TextField(label=_("By what legal authority?"), max_length=500)
    ends_on = day_field(_("Through which day?"), help_text=_("It ends by itself with that day."))

    def __init__(self, *args: Any, offer: Releasable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["groups"].choices = [(group, offer.titles[group]) for group in offer.groups]

    def plan(self) -> Plan:
        """Return the answers."""
        given = self.cleaned_data
        return Plan(
            given["aim"], given["authority"], frozenset(given["groups"]), frozenset(given["may_add"]), given["ends_on"]
        )


class InviteForm(Form):
    """Which agency is invited."""

    agency = AgencyField(label=_("Which agency do you invite?"))

    def __init__(self, *args: Any, joint: JointWork, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields
        named["agency"].offer(but=joint.owner_id, never_to=frozenset({AgencyKind.SERVICE_PROVIDER.value}))


class EntryForm(Form):
    """A line of the log."""

    adds = forms.ChoiceField(label=_("What do you add?"), widget=forms.RadioSelect)
    text = forms.CharField(label=_("What do you write?"), widget=forms.Textarea(LONG), max_length=4_000)
    for_agency = forms.ChoiceField(label=_("A task: for which agency?"), required=False)
    due_on = day_field(_("A task: until which day?"), required=False)

    def __init__(self, *args: Any, joint: JointWork, partners: list[JointPartner], leads: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        adds = [(each.value, each.label) for each in JointAdds if leads or each.value in joint.may_add]
        works = [(each.agency_id, each.agency.name) for each in partners if each.state == "works"]
        fields["adds"].choices = adds
        fields["for_agency"].choices = [("", "-"), (joint.owner_id, joint.owner.name), *works]
