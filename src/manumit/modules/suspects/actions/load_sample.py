"""Invent suspects for the demonstration, through the same actions as everybody else's."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record

from ..models import Suspect
from .add_part import add_part
from .move_suspect import move_suspect
from .open_suspect import Opening, open_suspect

MOST = 18
ORIGIN = "sample"
SAID: dict[str, Any] = {"source": "Invented for demonstration"}
NAMES = (
    ("Edgar", "Marlow"), ("Silas", "Penhallow"), ("Cora", "Vance"), ("Rufus", "Adderly"), ("Milo", "Stanhope"),
    ("Irene", "Fallow"), ("Otis", "Brackett"), ("Lena", "Corrigan"), ("Amos", "Tilden"),
)  # fmt: skip
KNOWN = (
    "Seen at the depot with the missing person the evening before.",
    "The telephone that placed the advertisement is registered to this person.",
    "The truck in which the victim was found belongs to this person.",
)
GRADES = (("usually_reliable", "probable"), ("reliable", "confirmed"), ("unknown", "cannot_be_judged"))
CHARGE = {"jurisdiction": "federal", "statute": "18 USC 1591", "nibrs_code": "64A", "title": "Sex trafficking"}


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """See to it that there are `wanted` invented suspects, at most `MOST`; return how many were added."""
    there = count_sample()
    added = [_invent(actors[index % len(actors)], index) for index in range(there, min(wanted, MOST))]
    return sum(added)


def count_sample() -> int:
    """Return how many invented suspects there are."""
    return Suspect.unscoped.filter(origin=ORIGIN).count()


def _invent(actor: Actor, index: int) -> bool:
    """Open the suspect of `index` in a case of the actor's agency; say whether there was one."""
    case = _case(actor, index)
    if case is None:
        return False
    suspect = open_suspect(actor, case, _opening(index))
    looks = {"make": "Ford", "colors": ["red"], "plate_number": f"7?K {index}", "plate_partial": True}
    add_part(actor, suspect, "vehicles", looks, **SAID)
    add_part(actor, suspect, "phones", {"number": f"406 555 01{index:02}", "e164": f"+140655501{index:02}"}, **SAID)
    _take_further(actor, suspect, index)
    return True


def _opening(index: int) -> Opening:
    given, family = NAMES[index % len(NAMES)]
    reliability, validity = GRADES[index % 3]
    basis = {
        "statement": KNOWN[index % 3], "said_by": "A clerk", "reliability": reliability, "validity": validity,
        "known_on": timezone.localdate() - timedelta(days=30 * index),
    }  # fmt: skip
    names = [{"name_type": "legal", "given_names": given, "family_name": family}]
    under_18 = "unknown" if index % 5 == 4 else "no"
    return Opening("Named in a statement", under_18, basis, names=names, origin=ORIGIN, **SAID)


def _take_further(actor: Actor, suspect: Suspect, index: int) -> None:
    """Every third person is named a suspect, every sixth charged and called to court."""
    if index % 3 != 0 or suspect.minor:
        return
    _step(actor, suspect, "name_suspect", reason="witness")
    if index % 6 != 0:
        return
    add_part(actor, suspect, "charges", {**CHARGE, "filed_on": timezone.localdate()}, **SAID)
    _step(actor, suspect, "charge")
    at = timezone.now() + timedelta(days=14 + index)
    add_part(actor, suspect, "court_dates", {"hearing": "arraignment", "at": at, "court": "District court"}, **SAID)


def _step(actor: Actor, suspect: Suspect, step: str, **why: Any) -> None:
    move_suspect(actor, suspect, step, expected_version=suspect.version, **why)


def _case(actor: Actor, index: int) -> Record | None:
    """Return a case of the actor's agency; None where no module has cases."""
    found = [kind for kind in kinds.all_kinds() if kind.name == "case"]
    rows: Any = found[0].model_class.objects.page(actor, limit=25).rows if found else ()  # type: ignore[attr-defined]
    own = [row for row in rows if row.owner_id == actor.agency_id]
    return own[index % len(own)] if own else None
