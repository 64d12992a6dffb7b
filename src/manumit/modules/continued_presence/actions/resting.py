"""What an adverse step rests on: facts named one by one, none of which comes from the trafficker's side alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.refusing import Refused

from ..facts import Fact, is_shared, not_usable
from ..models import Basis, Mark, PresenceRequest, VettingMark

if TYPE_CHECKING:
    from .move_request import Said

MOST_FACTS = 20


def demand_facts(actor: Actor, request: PresenceRequest, said: "Said") -> tuple[Fact, ...]:
    """Return the facts named, of those the actor read; the caller holds the request's lock.

    Raises Refused for none, for one that is not there, for one marked and not corroborated, and for one that the actor
    corroborated: somebody else weighs it.
    """
    there = {fact.name: fact for fact in said.facts}
    named = dict.fromkeys(said.rests_on)
    if not named or named.keys() - there.keys() or len(named) > MOST_FACTS:
        raise Refused(_("Name the facts it rests on, from those of the request: 20 at most."))
    if named.keys() & barred(request, said.facts):
        raise Refused(
            _("One of these facts comes from the trafficker's side, and nobody else bears it out: it cannot be used "
              "(8 USC 1367(a)(1)). Rest on others, or have it corroborated.")
        )  # fmt: skip
    if named.keys() & barred(request, said.facts, corroborated_by=actor.person_id):
        raise Refused(_("You recorded what bears one of these facts out: somebody else weighs it."))
    return tuple(there[name] for name in named)


def barred(request: PresenceRequest, facts: Sequence[Fact], *, corroborated_by: int | None = None) -> frozenset[str]:
    """Return the names of `facts` that marks bar, of those nobody bears out or those that `corroborated_by` did.

    What was marked beside another victim of the operation counts where it stands in shared answers or word by word.
    """
    wanted = {"corroborated_at": None} if corroborated_by is None else {"corroborated_by": corroborated_by}
    marks: list[tuple[str, str]] = []
    for model in (Mark, VettingMark):
        rows = model.unscoped.filter(request__operation=request.operation_id, **wanted)
        for owner, name, print_ in rows.values_list("request", "fact", "print"):
            here = owner == request.pk or is_shared(name)
            marks.append((name if here else "", print_))
    return not_usable(marks, facts)


def keep_basis(actor: Actor, request: PresenceRequest, step: str, facts: Sequence[Fact]) -> None:
    """Keep what the step rests on, beside it."""
    Basis.unscoped.bulk_create(
        Basis(request=request, step=step, fact=fact.name, print=fact.print, by_id=actor.person_id, at=timezone.now())
        for fact in facts
    )
