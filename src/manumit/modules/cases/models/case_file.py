"""Files of a case."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.models import StoredFile

from ..choices import FileKind
from .part import PersonPart, in_group, through


class CaseFile(PersonPart):
    """A file that somebody attached, or the reference under which a custodian keeps what may not lie here.

    `name` is what the sender called it, `media_type` what its content is, `size` bytes. Sexual images of minors are
    never taken: `custodian` and `reference` say where they are. `shows_dead` restricts it to the owner's investigators
    and supervisors and to whom it was released by name. What is quarantined is opened by nobody.
    """

    part: ClassVar[str] = "files"

    file_kind = models.CharField(max_length=12, choices=FileKind.choices)
    name = models.CharField(max_length=255, blank=True)
    description = models.TextField(blank=True)
    taken_on = models.DateField(null=True, blank=True)
    shows_dead = models.BooleanField(default=False)
    custodian = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.BigIntegerField(null=True, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    quarantined_at = models.DateTimeField(null=True, blank=True)
    stored = models.ForeignKey(StoredFile, models.CASCADE, null=True, blank=True, related_name="+")

    scoped_through = through("narrative")
    sensitivity = in_group(
        "narrative",
        "person", "file_kind", "name", "description", "taken_on", "shows_dead", "custodian", "reference", "media_type",
        "size", "added_at", "quarantined_at", "stored",
    )  # fmt: skip

    class Meta(PersonPart.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stored=None) ^ models.Q(custodian=""), name="case_file_here_or_with_custodian"
            )
        ]
