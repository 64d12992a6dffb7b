"""What evidence plugs into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar
from manumit.spine.ui.faces import PageBeside, RecordFace

from . import releasable
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
        PageBeside(_("Evidence"), "evidence:of_case", frozenset({EVIDENCE.name})),
    ),
)
