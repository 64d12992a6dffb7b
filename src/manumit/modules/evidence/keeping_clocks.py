"""How long evidence must be kept, and when somebody is told before it goes: the table of clocks, with its law.

None was read in a published source by us: each is configuration, and an agency sets its limit with its own citation
before it runs. `tests/keeping_clocks.csv` runs the table row by row. An aid, not legal advice.
"""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.clocks import Clock
from manumit.spine.workflow.clocks.clock import Law
from manumit.values.time_limits import Days, Years

POLICE = frozenset({"federal", "state", "local"})

KEEPING: tuple[Clock, ...] = (
    Clock(
        name="evidence_motion_to_test",
        title=_("Biological evidence after notice to the defendant"),
        duty=_("Keep the evidence until the time to ask for a test has run out"),
        starts=_("The defendant received the notice that it may be destroyed"),
        limit=Days(180),
        bound=_("Federal agencies, while somebody is imprisoned for the offense; states have laws of their own"),
        binds=frozenset({"federal"}),
        law=Law("18 USC 3600A(c)(2)"),
    ),
    Clock(
        name="evidence_assault_kit",
        title=_("Sexual assault evidence kit is preserved"),
        duty=_("Keep the kit and its contents, without charge"),
        starts=_("The kit was collected"),
        limit=Years(20),
        bound=_("Federal agencies: 20 years or the time in which the offense can be prosecuted, whichever is shorter"),
        binds=POLICE,
        law=Law("18 USC 3772(a)(2)(A)"),
    ),
    Clock(
        name="evidence_kit_notice",
        title=_("Survivor is told before a kit is destroyed"),
        duty=_("Destroy nothing before this time has passed since the survivor was told in writing"),
        starts=_("The written notice reached the survivor who asked for it"),
        limit=Days(60),
        bound=_("Who has the kit, where the survivor asked in writing to be told"),
        binds=POLICE,
        law=Law("18 USC 3772(a)(2)(C)"),
    ),
    Clock(
        name="evidence_disposal",
        title=_("Approved disposal is carried out"),
        duty=_("Return or destroy the item, and record it in the chain"),
        starts=_("Another person approved the disposal"),
        limit=Days(30),
        bound=_("The agency that keeps the item, by its own order"),
        law=Law("IAPE Professional Standards for Property and Evidence, section 14"),
    ),
)
