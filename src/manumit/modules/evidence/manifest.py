"""What evidence plugs into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.ui.faces import PageBeside, RecordFace
from manumit.spine.workflow.clocks import RecordClocks

from . import releasable
from .actions.load_sample import count_sample, load_sample
from .keeping_clocks import KEEPING
from .kinds import EVIDENCE

MANIFEST = Manifest(
    name="evidence",
    title=_("Evidence"),
    purpose=_("What is kept as evidence, through which hands it went, and what laboratories found."),
    pillars=(Pillar.PROSECUTION,),
    kinds=(EVIDENCE,),
    menu=(MenuEntry(_("Evidence"), "evidence:list", Pillar.PROSECUTION, _("Items and who has them"), position=40),),
    urls="manumit.modules.evidence.urls",
    api="manumit.modules.evidence.api",
    providers=(
        releasable.EVIDENCE,
        RecordFace(EVIDENCE.name, _("Evidence"), "evidence:show"),
        RecordClocks(EVIDENCE.name, KEEPING),
        SampleData(_("Invented evidence"), load_sample, count_sample),
        PageBeside(_("Evidence"), "evidence:of_case", frozenset({EVIDENCE.name})),
    ),
)
