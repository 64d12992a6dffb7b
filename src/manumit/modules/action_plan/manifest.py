"""What the action plan plugs into the spine."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Manifest, Pillar

from . import kinds

MANIFEST = Manifest(
    name="action_plan",
    title=_("Action plan"),
    purpose=_("What agencies promised against trafficking: chased every quarter, evidenced, published."),
    pillars=(Pillar.PARTNERSHIPS,),
    kinds=kinds.ALL,
)
