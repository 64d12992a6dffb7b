"""How items of evidence are released."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.releasable import Releasable

from .kinds import EVIDENCE as KIND

EVIDENCE = Releasable(
    KIND.name,
    {
        "summary": _("Summary"),
        "case": _("Case"),
        "detail": _("What it is, and where it was taken"),
        "custody": _("Chain of custody"),
        "lab": _("Laboratory"),
    },
)
