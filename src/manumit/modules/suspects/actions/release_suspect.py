"""Release a suspect to one agency."""

from manumit.spine.access import require
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, releasing
from manumit.spine.records.releasing import Terms

from ..models import Suspect
from ..releasable import SUSPECT

__all__ = ["Terms", "release_suspect"]


@action("suspect.release")
def release_suspect(actor: Actor, suspect: Suspect, terms: Terms) -> Release:
    """Let an agency read `terms.groups`, and the summary, until it expires or is recalled.

    A supervisor's act, and the only way in which somebody who may be under 18 crosses agencies. Raises Denied, Hidden,
    ValidationError by field.
    """
    require(actor, "release", suspect)
    return releasing.release(actor, suspect, terms, SUSPECT)
