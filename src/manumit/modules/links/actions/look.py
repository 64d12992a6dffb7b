"""Look at a pair: both owners see every use of what they share."""

from typing import TYPE_CHECKING

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Candidate
from .judge import log

if TYPE_CHECKING:
    from manumit.linkage import Score


@action("links.candidate.read")
def look(actor: Actor, candidate: Candidate) -> "Score | None":
    """Log that the actor looks at a pair they may read whole, and return how it weighs under the weights it was raised
    by; None where a side may no longer be matched."""
    log(actor, "links.candidate.read", candidate, {"candidate": candidate.pk})
    from .weighing import weigh

    found = weigh(candidate.profile, candidate.record_key, candidate.other_key, candidate.model)
    return found.score if found else None
