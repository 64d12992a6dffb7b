"""What every paper between two agencies has."""

from typing import ClassVar

from django.db import models

from manumit.spine.identity.models import Agency
from manumit.spine.records import Record


def walked(name: str) -> list[models.Index]:
    """Return the indexes by which each of the two agencies walks its papers, newest first."""
    newest = (models.F("opened_at").desc(), models.F("id").desc())
    return [
        models.Index("owner", *newest, name=f"{name}_owner_newest"),
        models.Index("other", *newest, name=f"{name}_other_newest"),
    ]


class Paper(Record):
    """A record between its `owner`, who wrote it, and the agency `other`; abstract. It moves by its procedure."""

    other = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    state_since_at = models.DateTimeField()

    sensitivity: ClassVar[dict[str, str]] = {**Record.sensitivity, "other": "summary", "state_since_at": "summary"}

    class Meta(Record.Meta):
        abstract = True

    def across(self, agency_id: int) -> int:
        """Return the agency across the table from `agency_id`."""
        return int(self.owner_id if agency_id == self.other_id else self.other_id)
