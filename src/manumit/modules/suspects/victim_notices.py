"""Of what victims are told, by what law, and by when: clocks as data. An aid, not legal advice.

The statute says "the earliest possible notice" and names no number of days: the duty was read where `READ` says, the
limit is each agency's own, set with its citation on the table of clocks. Until then a notice is due the same day. State
and Tribal law have their own rules. `tests/victim_notices.csv` runs the table row by row.
"""

from collections.abc import Mapping

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.clocks import Clock, Law
from manumit.values.time_limits import BusinessDays

from .choices import NoticeEvent

READ = "justice.gov, Services to Crime Victims; uspis.gov, rights under 18 USC 3771"
"""Where the duties were read. It verifies no limit."""
FEDERAL = frozenset({"federal"})
BOUND = _("Federal departments that detect, investigate or prosecute crime; states and Tribes by their own law")
EARLIEST = _("The law says “the earliest possible notice” and names no number: your agency sets it.")

_ROWS = (
    (NoticeEvent.ARREST, _("A suspected offender is arrested"), "34 USC 20141(c)(3)(B)"),
    (NoticeEvent.CHARGES, _("Charges are filed"), "34 USC 20141(c)(3)(C)"),
    (NoticeEvent.COURT_DATE, _("A court date is set or moved"), "34 USC 20141(c)(3)(D); 18 USC 3771(a)(2)"),
    (NoticeEvent.RELEASE, _("An offender or suspect is released"), "34 USC 20141(c)(3)(E); 18 USC 3771(a)(2)"),
    (NoticeEvent.VERDICT, _("A plea is accepted or a verdict rendered"), "34 USC 20141(c)(3)(F)"),
    (NoticeEvent.SENTENCE, _("A sentence is imposed"), "34 USC 20141(c)(3)(G)"),
)

CLOCKS: Mapping[NoticeEvent, Clock] = {
    event: Clock(
        name=f"victims_{event.value}",
        title=format_lazy(_("Notice to victims: {event}"), event=event.label),
        duty=_("Tell the victims who are entitled to it"),
        starts=starts,
        limit=BusinessDays(1),
        bound=BOUND,
        binds=FEDERAL,
        law=Law(citation),
        note=EARLIEST,
    )
    for event, starts, citation in _ROWS
}
"""The clock of each event."""
