"""What pages ask about evidence. Every answer starts from what the asker may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Person

from .choices import HandKind
from .hand import Hand
from .models import CustodyStep, EvidenceItem, LabSubmission, Seal


def list_items(actor: Actor, *, case: tuple[str, int] | None = None, after: str | None = None) -> Page[EvidenceItem]:
    """Return a page of items, newest first; with `case` (kind, id) those of one case."""
    filters = Q(case_kind=case[0], case_id=case[1]) if case else Q()
    page: Page[EvidenceItem] = EvidenceItem.objects.page(
        actor, filters=filters, after=after, readable=("case", "detail", "custody")
    )
    return page


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to an item; a group the asker may not read is None."""

    chain: Sequence[CustodyStep] | None
    seals: Sequence[Seal] | None
    submissions: Sequence[LabSubmission] | None


def parts_of(item: EvidenceItem) -> Parts:
    """Return the parts of an item found by `access.find`."""
    custody, lab = item.can_read_custody, item.can_read_lab  # type: ignore[attr-defined]
    return Parts(
        list(CustodyStep.objects.get_queryset().of_found(item).select_related("recorded_by")) if custody else None,
        list(Seal.objects.get_queryset().of_found(item).select_related("applied_by", "broken_by")) if custody else None,
        list(LabSubmission.objects.get_queryset().of_found(item).select_related("correction")) if lab else None,
    )


def people_in(hands: Sequence[Hand]) -> Mapping[int, str]:
    """Return the names of the people among `hands`, by id; one query."""
    ids = {hand.person_id for hand in hands if hand.person_id is not None}
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "full_name")) if ids else {}


def in_words(hand: Hand, people: Mapping[int, str]) -> str:
    """Return a hand as people read it."""
    if hand.person_id is not None:
        return people.get(hand.person_id, str(HandKind.PERSON.label))
    return f"{hand.kind.label}: {hand.name}" if hand.name else str(hand.kind.label)
