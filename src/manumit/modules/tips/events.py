"""What those who triage are told of; a notice names the tip's number and nothing that stands in it."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.notices import Event
from manumit.spine.workflow.notices.events import DAY, HOUR, Mail

TIP_DANGER = Event(
    "tip_danger", _("A tip says that somebody is in danger now"), Mail.AT_ONCE, timedelta(minutes=15)
)  # fmt: skip
TIP_WAITS = Event("tip_waits", _("Tips wait for triage"), Mail.AT_ONCE, 4 * HOUR)
TIP_WORD = Event("tip_word", _("Whoever gave a tip has written again"), Mail.AT_ONCE, DAY)
TIP_GIVEN = Event("tip_given", _("A tip was given to you"), Mail.AT_ONCE, DAY)
TIP_DUE = Event("tip_due", _("The work a tip gives is overdue"), Mail.AT_ONCE, DAY)
TIP_OFFERED = Event(
    "tip_offered", _("Another agency offers your triage a tip"), Mail.AT_ONCE, timedelta(minutes=15)
)  # fmt: skip
TIP_HANDOVER_ANSWERED = Event(
    "tip_handover_answered", _("A tip that was offered was accepted, declined or taken back"), Mail.AT_ONCE, DAY
)  # fmt: skip
EVENTS = (TIP_DANGER, TIP_WAITS, TIP_WORD, TIP_GIVEN, TIP_DUE, TIP_OFFERED, TIP_HANDOVER_ANSWERED)
