"""What people are told of: nothing in a title says what it is about, since anybody may see a screen or a phone."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.notices.events import Event, Mail

DAY = timedelta(days=1)
TURN = Event("presence_turn", _("Something waits for you"), Mail.AT_ONCE, DAY)
MOVED = Event("presence_moved", _("Something you follow changed"), Mail.DAILY)
RUNS_OUT = Event("presence_runs_out", _("Something you keep ends on a day to come"), Mail.AT_ONCE, DAY)
IDLE = Event("presence_idle", _("Something lies longer than it should"), Mail.AT_ONCE, DAY)
ALL = (TURN, MOVED, RUNS_OUT, IDLE)
