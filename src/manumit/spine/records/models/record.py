"""What every kind of record has."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from ..choices import Level


class Record(ScopedModel):
    """A numbered thing that one agency owns; abstract.

    `kind` is the name under which access and audit know it, `number_prefix` the letters its numbers begin with.
    `version` counts edits from 1; `provenance` says who said each value and how sure (see `records.provenance`);
    `origin` how the record came to be: `entered`, or `import` and the format's name.
    A subclass names its own fields' groups: `sensitivity = {**Record.sensitivity, "case_type": "summary"}`, and the
    fields of its sealed groups, which are no columns: `sealed_fields = {"whereabouts": ("address",)}`. Fields in
    `moved_fields` change by a procedure only. No record that meets `kept_while` is deleted, however old.
    """

    kind: ClassVar[str]
    number_prefix: ClassVar[str]
    sealed_fields: ClassVar[dict[str, tuple[str, ...]]] = {}
    moved_fields: ClassVar[frozenset[str]] = frozenset()
    kept_while: ClassVar[models.Q | None] = None

    id = models.BigAutoField(primary_key=True)
    number = models.CharField(max_length=16, unique=True)
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    level = models.CharField(max_length=12, choices=Level.choices, default=Level.RESTRICTED)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    provenance = models.JSONField(default=dict)
    origin = models.CharField(max_length=60, default="entered")

    sensitivity: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("id", "number", "owner", "level", "opened_at", "changed_at", "version", "origin"), "summary"),
        "provenance": "internal",
    }
    retention: ClassVar[Retention]

    class Meta(ScopedModel.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.number
