"""What the case catalogue plugs into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.askable import Askable
from manumit.spine.records.manifest import Importer, Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.ui.faces import LevelPage, RecordFace
from manumit.spine.ui.work import WorkProvider
from manumit.spine.workflow.clocks import RecordClocks
from manumit.spine.workflow.clocks.published import BY_NAME

from . import behaving, linking, procedure, releasable, searching
from .actions import match_inquiry
from .actions.load_sample import count_sample, load_sample
from .exporting.command import EXPORTERS
from .importing import command as namus
from .importing import htcds, niem
from .importing import table_command as table
from .kinds import CASE
from .pages import work

CLOCKS = ("ncic_entry", "ncic_update", "namus_long_term", "intelligence_review")
"""Of the published clocks those that cases may run."""

MANIFEST = Manifest(
    name="cases",
    title=_("Cases"),
    purpose=_(
        "Missing-person, homicide, unidentified-remains and trafficking cases, kept by the agency that owns them."
    ),
    pillars=(Pillar.PROSECUTION,),
    kinds=(CASE,),
    menu=(
        MenuEntry(_("Cases"), "cases:list", Pillar.PROSECUTION, _("Find and read cases"), position=10),
        MenuEntry(_("Map of cases"), "cases:map", Pillar.PROSECUTION, _("Where people were last seen"), position=15),
        MenuEntry(
            _("What cases lack"),
            "cases:quality",
            Pillar.PROSECUTION,
            _("What is missing or does not fit, and which cases it is"),
            position=30,
            roles=frozenset({"investigator", "supervisor", "intake", "analyst"}),
        ),
        MenuEntry(
            _("Merge spellings"),
            "cases:merge_agencies",
            Pillar.PROSECUTION,
            _("One agency or place, written in one way"),
            position=40,
            roles=frozenset({"supervisor"}),
        ),
        MenuEntry(
            _("Open a case"),
            "cases:open",
            Pillar.PROSECUTION,
            _("Record a new case; there is no waiting period"),
            position=20,
            roles=frozenset({"investigator", "supervisor", "intake"}),
        ),
        MenuEntry(
            _("Take in a table"),
            "cases:tables",
            Pillar.PROSECUTION,
            _("Read a CSV table of your own into cases"),
            position=40,
            roles=frozenset({"investigator", "supervisor", "intake"}),
        ),
    ),
    urls="manumit.modules.cases.urls",
    api="manumit.modules.cases.api",
    importers=(
        Importer("namus", _("Case export of NamUs (CSV or JSON)"), namus.arguments, namus.run),
        Importer("table", _("A table of your own, by a saved mapping of its columns"), table.arguments, table.run),
        niem.IMPORTER,
        htcds.IMPORTER,
    ),
    exporters=EXPORTERS,
    providers=(
        procedure.CASE,
        releasable.CASE,
        RecordClocks(CASE.name, tuple(BY_NAME[name] for name in CLOCKS)),
        *linking.LINKABLE,
        behaving.BEHAVIOURS,
        searching.CASE,
        searching.LIST,
        RecordFace(CASE.name, _("Case"), "cases:show"),
        LevelPage(CASE.name, "cases:sharing"),
        Askable(CASE.name, _("Case"), match_inquiry.GROUPS, match_inquiry.match_inquiry),
        WorkProvider("cases", work.panel, order=10),
        SampleData(_("Invented cases"), load_sample, count_sample),
    ),
)
