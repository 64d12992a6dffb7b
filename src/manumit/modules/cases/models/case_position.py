"""Where a case is drawn on a map."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .case import Case


class CasePosition(ScopedModel):
    """One position a case, derived from its places whenever it changes; degrees of WGS 84, and when it was opened.

    It is the first standing place with a position that is no home, else the middle of the county last seen in.
    """

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="position")
    opened_at = models.DateTimeField()
    latitude = models.FloatField()
    longitude = models.FloatField()

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="place")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("case", "opened_at", "latitude", "longitude"), "place")
    retention: ClassVar[Retention] = Retention(Case.retention.authority, with_parent="case")

    class Meta(ScopedModel.Meta):
        indexes = [models.Index("latitude", "longitude", "case", "opened_at", name="case_position_in_box")]

    def __str__(self) -> str:
        return f"{self.case_id}"
