"""What people fill in about evidence."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Membership
from manumit.spine.ui.forms import Form, MemorableDateField, TextField, VersionedForm

from ..actions.hand_over import Handover
from ..choices import HandKind, ItemType, SealFound
from ..custody_table import RECEIVED, Passing
from ..hand import Hand
from ..models import EvidenceItem

CLOCK_HELP = _("24-hour time, such as 08:05 or 23:40.")
LONG = {"rows": 4}


class MomentFields(Form):
    """Asks for a day and a time of the install's zone."""

    day = MemorableDateField(label=_("On which day?"))
    hour = forms.TimeField(label=_("At what time?"), help_text=CLOCK_HELP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        now = timezone.localtime()
        kwargs["initial"] = {"day": now.date(), "hour": now.strftime("%H:%M"), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def moment(self) -> datetime:
        """Return the moment given, in the install's zone."""
        given = datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"])
        return timezone.make_aware(given, timezone.get_default_timezone())


class CollectForm(MomentFields):
    """An item that was taken."""

    item_type = forms.ChoiceField(label=_("What kind of item?"), choices=ItemType.choices, widget=forms.RadioSelect)
    title = TextField(label=_("What is it?"), max_length=200)
    description = forms.CharField(
        label=_("What does it look like?"), widget=forms.Textarea(LONG), required=False, max_length=4_000
    )
    collected_by = TextField(label=_("Who took it?"), max_length=200)
    collected_place = TextField(label=_("Where?"), required=False, max_length=300)
    source = TextField(label=_("Who says so?"), max_length=200)
    field_order = ("item_type", "title", "description", "collected_by", "collected_place", "day", "hour", "source")


class EditForm(VersionedForm):
    """What is known of an item, to correct."""

    item_type = forms.ChoiceField(label=_("What kind of item?"), choices=ItemType.choices, widget=forms.RadioSelect)
    title = TextField(label=_("What is it?"), max_length=200)
    description = forms.CharField(
        label=_("What does it look like?"), widget=forms.Textarea(LONG), required=False, max_length=4_000
    )
    collected_by = TextField(label=_("Who took it?"), max_length=200)
    collected_place = TextField(label=_("Where?"), required=False, max_length=300)
    source = TextField(label=_("Who says so?"), max_length=200)


class HandOverForm(MomentFields, VersionedForm):
    """How an item passes into a hand of one kind: asks what the table of custody asks for, and nothing else."""

    person = forms.ModelChoiceField(
        Membership.objects.none(), label=_("To which person?"), help_text=_("Who receives it signs for it.")
    )
    name = TextField(label=_("To which?"), max_length=200, help_text=_("Its name, as it should stand in the chain."))
    reason = TextField(label=_("Why?"), max_length=300)
    examination = TextField(label=_("What is to be examined?"), max_length=300)
    seal_found = forms.ChoiceField(label=_("How was its seal found?"), widget=forms.RadioSelect)
    receipt = TextField(label=_("Number of receipt, tracking or reference"), max_length=100)
    received_by = TextField(label=_("Who received it there?"), max_length=200)
    witness = TextField(label=_("Who else saw it?"), max_length=200)
    field_order = (
        "version", "person", "name", "examination", "reason", "day", "hour", "seal_found", "receipt", "received_by",
        "witness",
    )  # fmt: skip

    def __init__(self, *args: Any, item: EvidenceItem, row: Passing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.target = row.target
        for name in _not_asked(item, row):
            del self.fields[name]
        if "seal_found" in self.fields:
            found: Any = self.fields["seal_found"]
            found.choices = [each for each in SealFound.choices if each[0] != SealFound.UNSEALED]
        if "person" in self.fields:
            self._offer(item.owner_id)

    def _offer(self, agency_id: int) -> None:
        people = Membership.objects.filter(agency=agency_id, active=True, person__is_active=True)
        field: Any = self.fields["person"]
        field.queryset = people.select_related("person").order_by("person__full_name")
        field.label_from_instance = lambda member: member.person.full_name

    def handover(self) -> Handover:
        """Return what the action takes."""
        given = self.cleaned_data
        to = Hand.person(given["person"].person_id) if "person" in given else Hand(self.target, given.get("name", ""))
        said = {name: given[name] for name in ("receipt", "received_by", "witness") if name in given}
        seal = given.get("seal_found", SealFound.UNSEALED)
        return Handover(to=to, reason=given["reason"], passed_at=self.moment(), seal_found=seal, **said)


def _not_asked(item: EvidenceItem, row: Passing) -> list[str]:
    asked = {
        "person": row.target == HandKind.PERSON,
        "name": row.target not in {HandKind.PERSON, HandKind.DESTROYED},
        "examination": row.target == HandKind.LABORATORY,
        "seal_found": bool(item.seal_number),
        "receipt": row.receipt,
        "received_by": row.target in RECEIVED,
        "witness": row.witness,
    }
    return [name for name, wanted in asked.items() if not wanted]


class SealForm(VersionedForm):
    """A seal's number."""

    seal_number = TextField(label=_("Number of the seal"), max_length=60)


class BreakSealForm(VersionedForm):
    """Why a seal is broken."""

    because = TextField(label=_("Why?"), max_length=300)


class ResultForm(Form):
    """What a laboratory reported."""

    result = forms.CharField(label=_("What did it find?"), widget=forms.Textarea({"rows": 6}), max_length=20_000)
    reported_by = TextField(label=_("Who signed the report?"), max_length=200)
    reported_on = MemorableDateField(label=_("Day of the report"))


class KeepingForm(VersionedForm):
    """How long an item is kept."""

    keep_until = MemorableDateField(label=_("Through which day?"), required=False, help_text=_("Empty: for ever."))
    authority = TextField(label=_("By which schedule, order or statute?"), max_length=200)


class DisposalForm(Form):
    """Asks for the approval of a disposal."""

    question = forms.CharField(
        label=_("How is it to be disposed of, and why?"), widget=forms.Textarea(LONG), max_length=4_000
    )
