"""What suspects plug into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, Pillar
from manumit.spine.workflow.clocks import RecordClocks

from . import procedure, victim_notices
from .actions.reviewing import REVIEW
from .kinds import SUSPECT

MANIFEST = Manifest(
    name="suspects",
    title=_("Suspects"),
    purpose=_("Who is of interest or suspected, on what basis, what they are charged with, and when it is reviewed."),
    pillars=(Pillar.PROSECUTION,),
    kinds=(SUSPECT,),
    providers=(
        procedure.SUSPECT,
        RecordClocks(SUSPECT.name, (REVIEW, *victim_notices.CLOCKS.values())),
    ),
)
