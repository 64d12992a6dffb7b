"""What exchange plugs into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar
from manumit.spine.records.releasable import releasable
from manumit.spine.ui.faces import PageBeside, RecordFace

from . import kinds, procedure
from .events import EVENTS

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
            _("Transfers"), "exchange:transfers", Pillar.PARTNERSHIPS, _("Records handed over"), 80, WORKING,
        ),
    ),
    urls="manumit.modules.exchange.urls",
    providers=(
        procedure.AGREEMENT,
        procedure.TRANSFER,
        RecordFace(kinds.AGREEMENT.name, _("Agreement"), "exchange:agreement"),
        RecordFace(kinds.TRANSFER.name, _("Transfer"), "exchange:transfer"),
        PageBeside(
            _("Released to others"), "exchange:shared", owners_roles=frozenset({"supervisor"}), offered=releasable,
        ),
        *EVENTS,
    ),
)  # fmt: skip
