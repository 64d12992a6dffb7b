"""What Continued Presence plugs into the spine: no linkable, searchable, exportable or chartable kind."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, Pillar
from manumit.spine.workflow.clocks import RecordClocks

from . import clocks, events, procedure
from .kinds import ALL, REQUEST

MANIFEST = Manifest(
    name="continued_presence",
    title=_("Continued Presence"),
    purpose=_("A victim of trafficking may stay while a case is worked on: asked for, decided, extended."),
    pillars=(Pillar.PROTECTION,),
    kinds=ALL,
    providers=(procedure.REQUEST, RecordClocks(REQUEST.name, clocks.ALL), *events.ALL),
)
