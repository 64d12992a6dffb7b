"""The clocks of a request: by law where it was read, otherwise each agency's own limit. An aid, not legal advice.

No target of DHS is published: those clocks run once the agency they bind has set its limit with its own citation. All
stand beside the request, under the agency whose duty it is.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.clocks import Clock, Law
from manumit.spine.workflow.clocks.published import BY_NAME
from manumit.values.time_limits import BusinessDays, Days

from .choices import Stage

OWN = _("A suggestion: your agency sets the limit.")
MINOR = BY_NAME["minor_hhs"]
INTERIM = BY_NAME["interim_assistance"]
GRANT = BY_NAME["cp_grant"]


def _own(name: str, limit: BusinessDays | Days, **words: Any) -> Clock:
    return Clock(name=name, limit=limit, note=OWN, law=Law("The agency's own target; none is published"), **words)


CONCURRENCE = _own(
    "cp_concurrence", BusinessDays(2), title=_("The supervisor signs or returns"), duty=_("Sign or return the request"),
    starts=_("The officer signs"), bound=_("The requesting agency"),
)  # fmt: skip
SPONSOR = _own(
    "cp_sponsor", BusinessDays(3), title=_("The sponsor files or returns"), duty=_("File the request or return it"),
    starts=_("The supervisor concurs"), bound=_("The federal sponsor"),
)  # fmt: skip
PROCESSING = _own(
    "cp_processing", BusinessDays(15), title=_("DHS decides"), duty=_("Decide the request"),
    starts=_("DHS receives it"), bound=_("DHS"),
)  # fmt: skip
INFORMATION = _own(
    "cp_information", BusinessDays(10), title=_("Questions of DHS are answered"), duty=_("Answer the questions"),
    starts=_("DHS asks"), bound=_("The requesting agency"),
)  # fmt: skip
REVOCATION = _own(
    "cp_revocation_answer", Days(30), title=_("Time to answer a proposed revocation"), duty=_("Hear the victim"),
    starts=_("The notice is given"), bound=_("DHS"),
)  # fmt: skip
ALL = (MINOR, INTERIM, GRANT, CONCURRENCE, SPONSOR, PROCESSING, INFORMATION, REVOCATION)

STARTS = {
    Stage.CONCURRENCE: (CONCURRENCE, "owner"),
    Stage.SPONSOR_REVIEW: (SPONSOR, "sponsor"),
    Stage.SUBMITTED: (PROCESSING, "decider"),
    Stage.INFORMATION: (INFORMATION, "owner"),
    Stage.ACTIVE: (GRANT, "owner"),
}
"""Which clock begins when a request comes to a stage, and under which agency; that of a revocation begins with its
notice, not with the stage."""
RUNS_ON = {
    CONCURRENCE.name: frozenset({Stage.CONCURRENCE}),
    SPONSOR.name: frozenset({Stage.SPONSOR_REVIEW}),
    PROCESSING.name: frozenset({Stage.SUBMITTED, Stage.INTAKE_CHECK, Stage.INFORMATION, Stage.VETTING, Stage.DECISION}),
    INFORMATION.name: frozenset({Stage.INFORMATION}),
    REVOCATION.name: frozenset({Stage.REVOCATION}),
    GRANT.name: frozenset({Stage.ACTIVE, Stage.EXTENSION, Stage.REVOCATION}),
}
"""In which stages a clock goes on; when the request leaves them it stops."""
PAUSED_IN = {PROCESSING.name: Stage.INFORMATION}
"""In which stage a clock stands still."""
DAYS_BEFORE = (120, 90, 60, 30)
"""Days before the last day on which the requesting agency is reminded."""
