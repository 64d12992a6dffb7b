"""What tips plug into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import CrowdedAddress, Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.ui.faces import PageBeside, RecordFace
from manumit.spine.ui.work import WorkProvider
from manumit.spine.workflow.clocks import RecordClocks

from . import clocks, due, procedure
from .actions.load_sample import count_sample, load_sample
from .events import EVENTS
from .handing_over import HANDOVER as HOW
from .kinds import HANDOVER, TIP
from .pages import work

MANIFEST = Manifest(
    name="tips",
    title=_("Tips"),
    purpose=_("What people tell an agency, anonymous or not: triaged, answered, linked to cases."),
    pillars=(Pillar.PROSECUTION,),
    kinds=(TIP, HANDOVER),
    menu=(
        MenuEntry(_("Tips"), "tips:list", Pillar.PROSECUTION, _("What people told"), position=25, roles=work.WORKING),
        MenuEntry(
            _("Triage of tips"), "tips:queue", Pillar.PROSECUTION, _("What waits"), position=26,
            roles=frozenset({"triage"}),
        ),
        MenuEntry(
            _("Tips handed over"), "tips:handovers", Pillar.PROSECUTION, _("To and from other agencies"), position=28,
            roles=frozenset({"triage"}),
        ),
        MenuEntry(
            _("Write a tip down"), "tips:record", Pillar.PROSECUTION, _("By telephone, in person"), position=27,
            roles=work.WORKING | {"intake"},
        ),
    ),
    urls="manumit.modules.tips.urls",
    api="manumit.modules.tips.api",
    providers=(
        procedure.TIP,
        procedure.TIP_REWARD,
        HOW,
        RecordClocks(TIP.name, clocks.CLOCKS),
        RecordFace(TIP.name, _("Tip"), "tips:show"),
        RecordFace(HANDOVER.name, _("Tip handed over"), "tips:handover"),
        CrowdedAddress("/tip/"),
        PageBeside(_("Tips"), "tips:of_case", frozenset({TIP.name})),
        WorkProvider("tips", work.panel, order=20),
        due.WORK,
        SampleData(_("Invented tips"), load_sample, count_sample),
        *EVENTS,
    ),
)  # fmt: skip
