"""What suspects plug into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.askable import Askable
from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.ui.faces import LevelPage, PageBeside, RecordFace
from manumit.spine.ui.work import WorkProvider
from manumit.spine.workflow.clocks import RecordClocks

from . import linking, procedure, releasable, tying, victim_notices
from .actions import match_inquiry
from .actions.load_sample import count_sample, load_sample
from .actions.reviewing import REVIEW
from .events import EVENTS
from .kinds import SUSPECT
from .pages import work
from .rules import PART_RULES, SUSPECT_RULES

WORKING = frozenset({"investigator", "supervisor", "analyst"})

MANIFEST = Manifest(
    name="suspects",
    title=_("Suspects"),
    purpose=_("Who is of interest or suspected, on what basis, what they are charged with, and when it is reviewed."),
    pillars=(Pillar.PROSECUTION,),
    kinds=(SUSPECT,),
    menu=(
        MenuEntry(
            _("Suspects"), "suspects:list", Pillar.PROSECUTION, _("Persons of interest and suspects"), position=35,
            roles=WORKING,
        ),
    ),
    urls="manumit.modules.suspects.urls",
    api="manumit.modules.suspects.api",
    providers=(
        procedure.SUSPECT,
        SUSPECT_RULES,
        PART_RULES,
        *linking.LINKABLE,
        tying.TIES,
        releasable.SUSPECT,
        RecordClocks(SUSPECT.name, (REVIEW, *victim_notices.CLOCKS.values())),
        RecordFace(SUSPECT.name, _("Suspect"), "suspects:show"),
        LevelPage(SUSPECT.name, "suspects:sharing"),
        PageBeside(_("Suspects"), "suspects:of_case", frozenset({SUSPECT.name})),
        Askable(SUSPECT.name, _("Suspect or person of interest"), match_inquiry.GROUPS, match_inquiry.match_inquiry),
        WorkProvider("suspects", work.panel, order=30),
        *EVENTS,
        SampleData(_("Invented suspects"), load_sample, count_sample),
    ),
)  # fmt: skip
