"""What links plug into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, MenuEntry, Pillar, SampleData
from manumit.spine.records.pointed import Pointing
from manumit.spine.ui.faces import PageBeside
from manumit.spine.ui.work import WorkProvider
from manumit.spine.workflow.notices.events import DAY, Event, Mail

from . import sampling
from .actions.meant import meant
from .pages import work

WORKING = frozenset({"investigator", "supervisor", "analyst"})

MANIFEST = Manifest(
    name="links",
    title=_("Links"),
    purpose=_("Records that may be about one person, vehicle or telephone: found, explained, decided by people."),
    pillars=(Pillar.PROSECUTION,),
    menu=(
        MenuEntry(
            _("Links to judge"), "links:queue", Pillar.PROSECUTION, _("Pairs that may be one"), position=45,
            roles=WORKING,
        ),
        MenuEntry(
            _("Who could this be?"), "links:who", Pillar.PROSECUTION, _("Describe a person, vehicle or telephone"),
            position=46, roles=WORKING,
        ),
    ),
    urls="manumit.modules.links.urls",
    api="manumit.modules.links.api",
    providers=(
        Event("link_found", _("Something may be one with a record of yours"), Mail.AT_ONCE, DAY),
        Event("pointer_found", _("Another agency may know something of a record of yours"), Mail.AT_ONCE, DAY),
        Event("watch_found", _("Somebody newly fits what you watch for"), Mail.AT_ONCE),
        PageBeside(_("Links"), "links:of_record"),
        Pointing("links", meant),
        WorkProvider("links", work.panel, order=25),
        SampleData(_("Candidates of invented records"), sampling.load_sample, sampling.count_sample),
    ),
)  # fmt: skip
