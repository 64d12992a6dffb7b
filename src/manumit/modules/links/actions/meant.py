"""What a pointer stands for, told to the holder when the agency that was pointed to it asks."""

from manumit.spine.identity.actor import Actor

from ..models import PointerHit


def meant(actor: Actor, asking_agency_id: int, reference: str) -> list[tuple[str, str]]:
    """Return kind and number of the actor's records to which a pointer beside the asking agency's record led.

    `reference` is the number of that agency's own record, which it names when it asks. A record counts only where the
    actor's agency was pointed at that agency in turn, and the actor sees that pointer.
    """
    theirs = PointerHit.unscoped.filter(agency=asking_agency_id, record_number=reference, holder=actor.agency_id)
    mine = PointerHit.objects.visible_to(actor).filter(
        agency=actor.agency_id, holder=asking_agency_id, candidate__in=theirs.values("candidate")
    )
    return list(mine.order_by("record_kind", "record_number").values_list("record_kind", "record_number"))
