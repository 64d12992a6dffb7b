"""Identities: which records an agency holds to be about one."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import Beside
from manumit.spine.identity.models import Agency

from .pair import Pair


class IdentityJoin(Pair):
    """That `agency` holds two things to be one. Both records stay whole; taken back, all is as it was.

    An identity is what such joins connect, for a viewer those they may see. `number` names this join for ever, and
    with it the identity it belongs to.
    """

    number = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField(auto_now_add=True)
    because = models.CharField(max_length=500)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    undone_at = models.DateTimeField(null=True)
    why_undone = models.CharField(max_length=500, blank=True)

    scoped_through: ClassVar[Beside] = Beside(reads="summary", joins=True)
    sensitivity: ClassVar[dict[str, str]] = {
        **Pair.sensitivity,
        **dict.fromkeys(("number", "agency", "made_at", "undone_at"), "internal"),
        **dict.fromkeys(("made_by", "because", "undone_by", "why_undone"), "personal"),
    }

    class Meta(Pair.Meta):
        indexes = [
            models.Index("record_kind", "record_id", name="join_of_record"),
            models.Index("other_kind", "other_id", name="join_of_other"),
        ]
        constraints = [
            models.UniqueConstraint(
                "agency", "record_key", "other_key", name="join_once", condition=models.Q(undone_at=None)
            )
        ]
