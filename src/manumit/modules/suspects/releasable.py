"""How suspects are released: who said so in confidence is released to nobody."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.choices import AgencyKind
from manumit.spine.records.releasable import Releasable

from .kinds import SUSPECT as KIND
from .models import Suspect


def caution(suspect: Suspect) -> Any:
    """Return what whoever releases somebody who may be under 18 must know."""
    return (
        _("This person was, or may have been, under 18. Nobody but a supervisor lets them cross.")
        if suspect.minor
        else ""
    )


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
    caution=caution,
)
