"""Who outside may learn of a candidate for remains: neither family nor public, until an examiner identified them.

The one guard that every way out asks. Whoever stands with a family sees and is told of no such candidate (`inside`);
what is to leave for family or public asks `demand_identified` first.
"""

from collections.abc import Iterable

from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind

from .keys import Key
from .linkable import Matched
from .reading import things

NAMED_METHODS = frozenset({"dna", "fingerprint", "dental", "implant_serial"})
"""By which an examiner identifies, of the codes of `identification_method`; who saw or surmised identified nobody."""


class NotIdentified(Exception):
    """No examiner has identified the remains by a named method."""


GUARDED = frozenset({"remains"})
"""Profiles whose candidates stay inside."""


def inside(actor: Actor) -> bool:
    """Whether candidates for remains may be shown to whom the actor acts for: an agency that serves victims may not."""
    return actor.agency_kind != AgencyKind.SERVICE_PROVIDER


def may_see(actor: Actor, profile: str) -> bool:
    """Whether candidates of a profile may be shown to the actor at all."""
    return profile not in GUARDED or inside(actor)


def demand_identified(keys: Iterable[Key]) -> str:
    """Return by which named method the remains among `keys` were identified; empty where there are none.

    Raises NotIdentified where an examiner has not, or the remains are not there to be asked about any more.
    """
    remains = [key for key in keys if key.name == Matched.UNIDENTIFIED_REMAINS]
    known = things(remains)
    methods = {known[key].identified if key in known else "" for key in remains}
    if methods - NAMED_METHODS:
        raise NotIdentified
    return ", ".join(sorted(methods))
