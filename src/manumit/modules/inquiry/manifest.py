"""What inquiries plug into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import AnswerAtTick, Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.records.pointed import Pointing
from manumit.spine.ui.faces import PageBeside, RecordFace
from manumit.spine.ui.work import WorkProvider

from .actions.load_sample import count_sample, load_sample
from .actions.tell_of_pointers import EVENTS
from .kinds import INQUIRY
from .pages import work
from .questions import meant

WORKING = frozenset({"investigator", "supervisor", "analyst"})

MANIFEST = Manifest(
    name="inquiry",
    title=_("Inquiries"),
    purpose=_("Ask what other agencies hold, for a case and a purpose; each answers as its owner decided."),
    pillars=(Pillar.PARTNERSHIPS,),
    kinds=(INQUIRY,),
    menu=(
        MenuEntry(
            _("Inquiries"), "inquiry:list", Pillar.PARTNERSHIPS, _("What your agency asked others"), position=30,
            roles=WORKING,
        ),
        MenuEntry(
            _("Asked of you"), "inquiry:hits", Pillar.PARTNERSHIPS, _("Inquiries that met what your agency holds"),
            position=31, roles=WORKING,
        ),
    ),
    urls="manumit.modules.inquiry.urls",
    api="manumit.modules.inquiry.api",
    providers=(
        RecordFace(INQUIRY.name, _("Inquiry"), "inquiry:show"),
        PageBeside(_("Inquiries"), "inquiry:of_case", frozenset({INQUIRY.name, "suspect", "evidence", "tip"})),
        WorkProvider("inquiry", work.panel, order=40),
        SampleData(_("Invented inquiries"), load_sample, count_sample),
        Pointing("inquiry", meant),
        AnswerAtTick("/api/v1/inquiry/"), AnswerAtTick("/inquiries/of/"), *EVENTS,
    ),
)  # fmt: skip
