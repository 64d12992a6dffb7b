"""Advice that was given, and what became of it."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import BecameOf
from .advice_request import AdviceRequest


class Advice(ScopedModel):
    """An adviser's words; who gave them is nobody's to read but the adviser's (`Voice`).

    `named` is the name shown with them, empty unless the adviser chose one; `may_publish` whether the adviser lets the
    public read them. `became` with `reasons` is what the asking agency did with it; `accepted_at` when the
    secretariat let it out.
    """

    request = models.ForeignKey(AdviceRequest, models.CASCADE, related_name="advice")
    text = models.TextField()
    named = models.CharField(max_length=120, blank=True)
    may_publish = models.BooleanField(default=False)
    given_at = models.DateTimeField()
    became = models.CharField(max_length=10, choices=BecameOf.choices, blank=True)
    reasons = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="advice_request", path="request", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        (
            "id", "request", "text", "named", "may_publish", "given_at", "became", "reasons", "answered_at",
            "accepted_at",
        ),
        "summary",
    )  # fmt: skip
    retention: ClassVar[Retention] = Retention(AdviceRequest.retention.authority, with_parent="request")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
