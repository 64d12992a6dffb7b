"""What people fill in about work beside a record."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Membership
from manumit.spine.workflow.clocks import Clock
from manumit.spine.workflow.clocks.in_words import in_words
from manumit.spine.workflow.models.approval import Answer
from manumit.spine.workflow.models.record_link import LinkType
from manumit.spine.workflow.models.running_clock import Ending
from manumit.spine.workflow.notices.events import Mail, all_events

from .base import Form
from .fields import MemorableDateField, TextField

ZONES = (
    ("America/New_York", _("Eastern")),
    ("America/Chicago", _("Central")),
    ("America/Denver", _("Mountain")),
    ("America/Phoenix", _("Arizona, without summer time")),
    ("America/Los_Angeles", _("Pacific")),
    ("America/Anchorage", _("Alaska")),
    ("America/Adak", _("Aleutian Islands")),
    ("Pacific/Honolulu", _("Hawaii")),
    ("America/Puerto_Rico", _("Puerto Rico and Virgin Islands")),
    ("Pacific/Guam", _("Guam and Northern Mariana Islands")),
    ("Pacific/Pago_Pago", _("American Samoa")),
    ("UTC", _("Coordinated universal time (UTC)")),
)
"""The zones of the United States that differ in law or clock, by their IANA names."""
LONG = {"rows": 4}
MOST = 4_000


class BecauseForm(Form):
    """Why."""

    because = TextField(label=_("Why?"), max_length=500)


class NothingForm(Form):
    """Asks nothing: the button is the answer."""


class StartClockForm(Form):
    """Which clock, and when what starts it happened."""

    clock = forms.ChoiceField(label=_("Which clock?"), widget=forms.RadioSelect)
    day = MemorableDateField(label=_("On which day did it start?"))
    hour = forms.TimeField(label=_("At what time?"), help_text=_("24-hour time, such as 08:05 or 23:40."))
    zone = forms.ChoiceField(label=_("In which time zone?"), choices=ZONES)

    def __init__(self, *args: Any, clocks: tuple[Clock, ...], **kwargs: Any) -> None:
        now = timezone.localtime()
        kwargs.setdefault("initial", {"day": now.date(), "hour": now.strftime("%H:%M"), "zone": _here()})
        super().__init__(*args, **kwargs)
        self.fields["clock"].choices = [(clock.name, _described(clock)) for clock in clocks]  # type: ignore[attr-defined]

    def started_at(self) -> datetime:
        """Return the moment given."""
        given = self.cleaned_data
        return datetime.combine(given["day"], given["hour"], ZoneInfo(given["zone"]))


class StopClockForm(Form):
    """How a clock ended."""

    ending = forms.ChoiceField(label=_("How did it end?"), choices=Ending.choices, widget=forms.RadioSelect)
    because = TextField(
        label=_("Why?"), max_length=500, required=False, help_text=_("Needed unless it was done in time.")
    )


class SetClockForm(Form):
    """An agency's own limit."""

    amount = forms.IntegerField(label=_("How many?"), min_value=1, max_value=10_000)
    unit = forms.ChoiceField(
        label=_("Of what?"),
        choices=[
            ("hours", _("Hours")), ("days", _("Days")), ("business_days", _("Business days")), ("months", _("Months")),
            ("years", _("Years")),
        ],
        widget=forms.RadioSelect,
    )  # fmt: skip
    citation = TextField(label=_("By which law, order or agreement?"), max_length=200)
    effective_on = MemorableDateField(label=_("From which day on?"))


class PersonForm(Form):
    """Asks for somebody of the agency."""

    assignee = forms.ModelChoiceField(Membership.objects.none(), label=_("Who does it?"))
    due_on = MemorableDateField(label=_("By which day?"), required=False)

    def __init__(self, *args: Any, agency_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Membership.objects.filter(agency=agency_id, active=True, person__is_active=True)
        field = self.fields["assignee"]
        field.queryset = rows.select_related("person").order_by("person__full_name")  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: row.person.full_name  # type: ignore[attr-defined]


class TaskForm(PersonForm):
    """What somebody is to do."""

    title = TextField(label=_("What is to be done?"), max_length=200)
    detail = forms.CharField(
        label=_("What should they know?"), widget=forms.Textarea(LONG), required=False, max_length=MOST
    )
    field_order = ("title", "assignee", "due_on", "detail")


class ResultForm(Form):
    """What came of a task."""

    result = forms.CharField(label=_("What came of it?"), widget=forms.Textarea(LONG), max_length=MOST)


class NoteForm(Form):
    """Something to be kept."""

    text = forms.CharField(label=_("Note"), widget=forms.Textarea({"rows": 6}), max_length=20_000)
    source = TextField(
        label=_("Who said so?"), required=False, max_length=200, help_text=_("Leave it empty if it is from you.")
    )


class ApprovalForm(Form):
    """What is asked of whom."""

    question = forms.CharField(label=_("What is to be approved?"), widget=forms.Textarea(LONG), max_length=MOST)
    role = forms.ChoiceField(label=_("Who decides it?"), choices=Role.choices, initial=Role.SUPERVISOR)


class DecisionForm(Form):
    """An answer to what was asked."""

    answer = forms.ChoiceField(label=_("Your decision"), choices=Answer.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your words"), widget=forms.Textarea(LONG), required=False, max_length=MOST,
        help_text=_("A refusal says why, and what would help."),
    )  # fmt: skip


class EndForm(Form):
    """Through which day."""

    ends_on = MemorableDateField(label=_("Through which day?"))


class FlagForm(EndForm):
    """What everybody of the agency should see."""

    text = TextField(label=_("What should everybody see who opens it?"), max_length=200)
    field_order = ("text", "ends_on")


class BarForm(Form):
    """Who has a conflict of interest, and which."""

    person = forms.ChoiceField(label=_("Who is barred?"), widget=forms.RadioSelect)
    because = TextField(label=_("What is the conflict of interest?"), max_length=300)

    def __init__(self, *args: Any, agency_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Membership.objects.filter(agency=agency_id, active=True).select_related("person")
        choices = [(str(each.person_id), str(each.person)) for each in members.order_by("person__full_name")]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]  # a plain Field has none, a ChoiceField does


class LinkForm(Form):
    """Which records are joined, how and why."""

    number = TextField(label=_("Number of the other record"), max_length=16, width="usa-input--medium")
    link_type = forms.ChoiceField(label=_("How are they joined?"), choices=LinkType.choices, widget=forms.RadioSelect)
    basis = TextField(label=_("What joins them?"), max_length=500)
    source = TextField(label=_("Who says so?"), max_length=200)


class WishesForm(Form):
    """When mail says that a notice waits, by event."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for event in all_events():
            self.fields[event.code] = forms.ChoiceField(
                label=str(event.title), choices=Mail.choices, widget=forms.RadioSelect, initial=event.mail
            )


def _here() -> str:
    here = timezone.get_default_timezone_name()
    return here if here in dict(ZONES) else "UTC"


def _described(clock: Clock) -> str:
    words = {"title": clock.title, "limit": in_words(clock.limit), "starts": clock.starts}
    if clock.law.verified:
        return gettext("%(title)s: %(limit)s, from: %(starts)s") % words
    return gettext("%(title)s: not verified, your agency sets its limit first. From: %(starts)s") % words
