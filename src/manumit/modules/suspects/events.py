"""What supervisors are told of suspects."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.notices import Event
from manumit.spine.workflow.notices.events import Mail

REVIEW_WAITS = Event("suspect_review", _("Suspects of your agency are due for review"), Mail.DAILY)
EVENTS = (REVIEW_WAITS,)
