"""What Continued Presence plugs into the spine: no linkable, searchable, exportable or chartable kind."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.ui.faces import PageBeside, RecordFace
from manumit.spine.workflow.clocks import RecordClocks

from . import clocks, events, procedure
from .actions.load_sample import count_sample, load_sample
from .kinds import ALL, REQUEST

WORKING = frozenset(
    {"investigator", "supervisor", "presence_sponsor", "presence_intake", "presence_reviewer", "presence_decider",
     "presence_oversight", "presence_counsel"}
)  # fmt: skip
MANIFEST = Manifest(
    name="continued_presence",
    title=_("Continued Presence"),
    purpose=_("A victim of trafficking may stay while a case is worked on: asked for, decided, extended."),
    pillars=(Pillar.PROTECTION,),
    kinds=ALL,
    menu=(
        MenuEntry(
            _("Continued Presence"),
            "continued_presence:list",
            Pillar.PROTECTION,
            _("Ask, decide, extend: for victims of trafficking"),
            position=20,
            roles=WORKING,
        ),
        MenuEntry(
            _("Take agencies in"),
            "continued_presence:onboarding",
            Pillar.PROTECTION,
            _("Agencies, sponsors and officers from a table"),
            position=21,
            roles=frozenset({"operator"}),
        ),
    ),
    urls="manumit.modules.continued_presence.urls",
    api="manumit.modules.continued_presence.api",
    providers=(
        procedure.REQUEST,
        RecordClocks(REQUEST.name, clocks.ALL),
        RecordFace(REQUEST.name, _("Record"), "continued_presence:show"),
        PageBeside(_("Continued Presence"), "continued_presence:begin_beside", frozenset(kind.name for kind in ALL)),
        SampleData(_("Invented requests for Continued Presence"), load_sample, count_sample),
        *events.ALL,
    ),
)
