"""How suspects are released: who said so in confidence is released to nobody."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import AgencyKind
from manumit.spine.records.releasable import Releasable

from .kinds import SUSPECT as KIND

SUSPECT = Releasable(
    KIND.name,
    {
        "summary": _("Summary"),
        "case": _("Cases"),
        "description": _("Description"),
        "identifiers": _("Telephones, accounts, vehicles, documents"),
        "basis": _("Basis of the suspicion"),
        "proceedings": _("Proceedings"),
    },
    never_to=frozenset({AgencyKind.SERVICE_PROVIDER}),
)
