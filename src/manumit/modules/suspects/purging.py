"""What a purge would take of an agency's suspects: a dry run, deleting nothing."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.records import holds

from .models import Suspect


@dataclass(frozen=True, slots=True)
class Going:
    """A suspect whose time has ended; `held` says which legal holds keep it after all."""

    suspect: Suspect
    held: tuple[str, ...]


def preview(actor: Actor, now: datetime | None = None) -> list[Going]:
    """Return the suspects of the actor's agency that `manumit retention apply` would take now, or a hold keeps."""
    today = timezone.localdate(now)
    rows = Suspect.objects.visible_to(actor).filter(owner=actor.agency_id, review_on__lt=today)
    due = list(rows.exclude(Suspect.kept_while).order_by("review_on", "id"))
    stopped = holds.live(Suspect.kind, [row.pk for row in due])
    return [Going(row, stopped.get(row.pk, ())) for row in due]
