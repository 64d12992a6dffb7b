"""By when a tip is triaged: clocks as data. An aid, not legal advice.

No law names a limit. The attorneys general of 36 and 41 states asked the national hotline's grantor that third-party
tips be passed on within 24 hours; an agency that sets its own limit runs by that.
"""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.clocks import Clock, Law
from manumit.spine.workflow.clocks.published import BY_NAME
from manumit.spine.workflow.clocks.standing import standing
from manumit.values.time_limits import Hours

TRIAGE = Clock(
    name="tip_triage",
    title=_("Triage of a tip"),
    duty=_("Look at the tip, and pass on what leads further"),
    starts=_("The tip is received"),
    limit=Hours(24),
    bound=_("Nobody by law; asked of the national hotline"),
    law=Law(
        "Letters of attorneys general to HHS, 27 February 2023 and 16 April 2025",
        "Letter of 36 attorneys general as republished; naag.org, announcement of 16 April 2025",
    ),
    note=_("A recommendation, no duty: your agency may set its own limit."),
)
CLOCKS = (TRIAGE, BY_NAME["minor_hhs"])
"""Those that may run beside a tip: a foreign-national child may be trafficked (22 USC 7105(b)(1)(H))."""


def triage_by(agency_id: int, received_at: datetime, *, danger: bool) -> datetime:
    """Return when a tip of an agency should be triaged: at once where somebody is in danger, else by the clock."""
    if danger:
        return received_at
    stands = standing(TRIAGE, agency_id, timezone.localdate(received_at))
    return (stands.limit if stands else TRIAGE.limit).due(received_at, timezone.get_default_timezone())
