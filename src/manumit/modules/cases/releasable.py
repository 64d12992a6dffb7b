"""How cases are released: which groups, and what a receiver sees."""

from django.template.loader import render_to_string

from manumit.spine.identity.actor import Actor
from manumit.spine.records.releasable import Releasable

from .actions.follow_owner import follow_owner
from .kinds import CASE as KIND
from .models import Case
from .pages.label_words import GROUPS

NEVER_RELEASED = frozenset({"protected_contact"})


def shown(actor: Actor, case: Case) -> str:
    """Return what `actor`, who found the case, reads on its page: the same parts, by the same questions."""
    from .pages.show_case import context_of

    return render_to_string("cases/preview.html", context_of(actor, case))


CASE = Releasable(KIND.name, GROUPS, NEVER_RELEASED, shown, follow_owner)
