"""What a suspect's record repeats of its parts: the name in lists, and whether a basis stands."""

from typing import Any

from ..models import Basis, Suspect, SuspectName


def repeated(suspect: Suspect) -> dict[str, Any]:
    """Return the columns that follow from the parts as they stand now."""
    names = SuspectName.unscoped.filter(suspect=suspect, withdrawn_at=None).order_by("id")
    bases = Basis.unscoped.filter(suspect=suspect, withdrawn_at=None)
    first = names.first()
    return {
        "display_name": first.listed[:200] if first else "",
        "has_basis": any(basis.carries for basis in bases),
    }
