"""Release a case to one agency."""

from manumit.spine.access import require
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, releasing
from manumit.spine.records.releasing import Terms

from ..models import Case
from ..releasable import CASE, NEVER_RELEASED

__all__ = ["NEVER_RELEASED", "Terms", "release_case"]


@action("case.release")
def release_case(actor: Actor, case: Case, terms: Terms) -> Release:
    """Let an agency read `terms.groups`, and the summary, until it expires or is recalled.

    Raises Denied, ValidationError by field.
    """
    require(actor, "release", case)
    return releasing.release(actor, case, terms, CASE)
