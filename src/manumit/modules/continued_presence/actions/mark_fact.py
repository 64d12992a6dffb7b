"""Mark a fact as coming from the trafficker's side alone, and record that somebody else bears it out."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.records.changing import lock
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..facts import Fact, group_of, is_shared
from ..models import MOST_MARKS, Mark, PresenceRequest, VettingMark
from .write_message import next_place


@action("presence.mark")
def mark_fact(
    actor: Actor, request: PresenceRequest, name: str, words: str, *, facts: Sequence[Fact]
) -> Mark | VettingMark:
    """Mark the fact `name`, one of the `facts` as the actor read them; `words`, from whom it came, are sealed with it.

    Whoever works on the request may, at any stage: a mark only protects. Raises Denied or Hidden, Refused without
    words, for a fact that is not there and for one that is marked.
    """
    require(actor, "work", request)
    fact = next((each for each in facts if each.name == name), None)
    if fact is None:
        raise Refused(_("Choose one of the facts of the request."))
    require(actor, f"read_{fact.group}", request)
    said = demand_words(words, _("Write from whom it came, and how you know."))
    _lock(request, fact)
    row = _row(actor, request, fact)
    row.save(force_insert=True)
    request.refresh_from_db(fields=["version"])
    sealed.put(request, fact.group, {f"mark_{row.place}": said}, actor)
    detail = {"fact": name, "mark": row.place}
    audit.record(
        actor, "presence.mark", kind=request.kind, record_id=request.pk, group=fact.group, detail=detail
    )  # fmt: skip
    return row


@action("presence.corroborate")
def corroborate_fact(actor: Actor, row: Mark | VettingMark, words: str) -> Mark | VettingMark:
    """Record what bears a marked fact out, by somebody who is not of the trafficker's side; it may be used from then.

    `words`, who says so and how that is known, are sealed with the fact. A reviewer of DHS does, for
    somebody else to weigh. Raises Denied or Hidden, Refused without words and for one corroborated before.
    """
    request, group = row.request, group_of(row.fact)
    require(actor, "review", request)
    require(actor, f"read_{group}", request)
    said = demand_words(words, _("Write who else bears it out, and why they are not of the trafficker's side."))
    lock(request)
    stands = type(row).unscoped.get(pk=row.pk)
    if not stands.bars:
        raise Refused(_("Somebody bore it out already."))
    stands.corroborated_by_id, stands.corroborated_at = actor.person_id, timezone.now()
    stands.save(update_fields=["corroborated_by", "corroborated_at"])
    request.refresh_from_db(fields=["version"])
    sealed.put(request, group, {f"corroboration_{row.place}": said}, actor)
    detail = {"fact": row.fact, "mark": row.place}
    audit.record(
        actor, "presence.corroborate", kind=request.kind, record_id=request.pk, group=group, detail=detail
    )  # fmt: skip
    return stands


def _lock(request: PresenceRequest, fact: Fact) -> None:
    """Let no adverse step rest on it meanwhile: of all the victims where they share the answer."""
    lock(request)
    if is_shared(fact.name):
        list(PresenceRequest.unscoped.select_for_update().filter(operation=request.operation_id).order_by("id"))


def _row(actor: Actor, request: PresenceRequest, fact: Fact) -> Mark | VettingMark:
    model = VettingMark if fact.group == "vetting" else Mark
    if model.unscoped.filter(request=request, fact=fact.name, print=fact.print, corroborated_at=None).exists():
        raise Refused(_("It is marked already."))
    place = next_place(model, request, MOST_MARKS)
    return model(
        request=request, place=place, fact=fact.name, print=fact.print, by_id=actor.person_id,
        marked_at=timezone.now(),
    )  # fmt: skip
