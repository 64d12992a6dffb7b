"""What every row that belongs to a request has."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .operation import KEPT
from .presence_request import PresenceRequest


class RequestRow(ScopedModel):
    """A row that belongs to a request; abstract. It holds times and people who acted, never a word about a victim."""

    request = models.ForeignKey(PresenceRequest, models.CASCADE, related_name="+")

    scoped_through: ClassVar[Through]
    sensitivity: ClassVar[dict[str, str]]
    retention: ClassVar[Retention] = Retention(KEPT.authority, with_parent="request")

    class Meta(ScopedModel.Meta):
        abstract = True
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.request_id}/{self._meta.model_name}/{self.pk}"


def through(group: str) -> Through:
    """Return the scope of a row: its request, as field group `group`."""
    return Through(kind="presence_request", path="request", group=group)


def in_group(group: str, *fields: str) -> dict[str, str]:
    """Return the sensitivity of a row whose fields are all in `group`."""
    return dict.fromkeys(("id", "request", *fields), group)
