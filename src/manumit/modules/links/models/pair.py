"""What every row about two things has."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

OF_BOTH = Retention("Goes with either record it joins", with_parent="record_id")


class Pair(BesideRecord):
    """Two things, each a row of a record; the side with the lesser key is `record`. Abstract.

    `record_key` and `other_key` name the things as matching does, `record_owner` and `other_owner` whose records they
    are. Who may not read both records sees none of it.
    """

    profile = models.CharField(max_length=20)
    other_kind = models.CharField(max_length=40)
    other_id = models.BigIntegerField()
    other_number = models.CharField(max_length=16)
    record_key = models.CharField(max_length=120)
    other_key = models.CharField(max_length=120)
    record_name = models.CharField(max_length=24)
    other_name = models.CharField(max_length=24)
    record_owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    other_owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)

    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(
            ("profile", "other_kind", "other_id", "other_number", "record_key", "other_key", "record_name",
             "other_name", "record_owner", "other_owner"),
            "internal",
        ),
    }  # fmt: skip
    retention: ClassVar[Retention] = OF_BOTH

    class Meta(BesideRecord.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.record_number} - {self.other_number}"

    @property
    def pair(self) -> tuple[str, str, str]:
        """Which two things, compared how."""
        return self.profile, self.record_key, self.other_key
