"""What exchange plugs into the spine."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from manumit.spine.records import registry
from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.records.pointed import WayToAsk
from manumit.spine.records.releasable import releasable
from manumit.spine.records.releasing import EndedReleases
from manumit.spine.ui.faces import LevelPage, PageBeside, RecordFace, ReleasesPage
from manumit.spine.ui.work import WorkProvider
from manumit.spine.workflow.clocks import RecordClocks

from . import kinds, procedure
from .actions.load_sample import count_sample, load_sample
from .actions.tell_ended import tell_ended
from .events import EVENTS
from .pages import work
from .request_procedure import ANSWER, REQUEST


def led_to(kind: str) -> bool:
    """Whether records of this kind are led here: those that have a way of their own to sharing are not."""
    own = any(page.kind == kind for page in registry.providers(LevelPage))
    return releasable(kind) is not None and not own


def way_to_ask(agency_id: int, reference: str) -> str:
    """Return the page on which an agency is asked about a reference."""
    return f"{reverse('exchange:ask')}?{urlencode({'agency': agency_id, 'reference': reference})}"


WORKING = frozenset({"investigator", "supervisor", "analyst", "auditor"})

MANIFEST = Manifest(
    name="exchange",
    title=_("Exchange"),
    purpose=_("What agencies show each other: by which agreement, what exactly, until when, and who read it."),
    pillars=(Pillar.PARTNERSHIPS,),
    kinds=kinds.ALL,
    menu=(
        MenuEntry(
            _("Agreements"), "exchange:agreements", Pillar.PARTNERSHIPS, _("What agencies agreed to show each other"),
            50, WORKING,
        ),
        MenuEntry(
            _("Nations' decisions"), "exchange:nations", Pillar.PARTNERSHIPS,
            _("What nations allow with their people's records"), 60, WORKING,
        ),
        MenuEntry(
            _("Who read what we released"), "exchange:readers", Pillar.PARTNERSHIPS,
            _("Every read by another agency, newest first"), 70, frozenset({"investigator", "supervisor", "auditor"}),
        ),
        MenuEntry(
            _("Requests for a release"), "exchange:requests", Pillar.PARTNERSHIPS,
            _("What other agencies ask of yours, and yours of them"), 75, WORKING,
        ),
        MenuEntry(
            _("Released to us"), "exchange:received", Pillar.PARTNERSHIPS,
            _("What other agencies let yours read, until when, and what has ended"), 65, WORKING,
        ),
        MenuEntry(
            _("Joint work"), "exchange:joint_list", Pillar.PARTNERSHIPS, _("Records that agencies work on together"),
            78, WORKING,
        ),
        MenuEntry(
            _("Transfers"), "exchange:transfers", Pillar.PARTNERSHIPS, _("Records handed over"), 80, WORKING,
        ),
    ),
    urls="manumit.modules.exchange.urls",
    api="manumit.modules.exchange.api",
    providers=(
        procedure.AGREEMENT,
        procedure.TRANSFER,
        REQUEST,
        RecordClocks(kinds.REQUEST.name, (ANSWER,)),
        WayToAsk(way_to_ask),
        WorkProvider("exchange", work.panel, order=45),
        RecordFace(kinds.AGREEMENT.name, _("Agreement"), "exchange:agreement"),
        RecordFace(kinds.TRANSFER.name, _("Transfer"), "exchange:transfer"),
        RecordFace(kinds.REQUEST.name, _("Request for a release"), "exchange:request"),
        ReleasesPage("exchange:shared", releasable),
        PageBeside(_("Released to others"), "exchange:shared", owners_roles=frozenset({"supervisor"}), offered=led_to),
        SampleData(_("Invented papers between agencies"), load_sample, count_sample),
        EndedReleases(tell_ended),
        RecordFace(kinds.JOINT.name, _("Joint work"), "exchange:joint"),
        RecordFace(kinds.RELEASE_END.name, _("Ended release"), "exchange:ended"),
        *EVENTS,
    ),
)  # fmt: skip
