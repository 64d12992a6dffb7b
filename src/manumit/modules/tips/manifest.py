"""What tips plug into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar
from manumit.spine.workflow.clocks import RecordClocks

from . import clocks, procedure
from .events import EVENTS
from .kinds import TIP

MANIFEST = Manifest(
    name="tips",
    title=_("Tips"),
    purpose=_("What people tell an agency, anonymous or not: triaged, answered, linked to cases."),
    pillars=(Pillar.PROTECTION, Pillar.PROSECUTION),
    kinds=(TIP,),
    menu=(MenuEntry(_("Give a tip"), "tips:give", Pillar.PROTECTION, _("The page of the public"), position=60),),
    urls="manumit.modules.tips.urls",
    providers=(procedure.TIP, procedure.TIP_REWARD, RecordClocks(TIP.name, clocks.CLOCKS), *EVENTS),
)
