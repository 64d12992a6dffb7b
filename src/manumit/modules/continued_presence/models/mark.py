"""That a fact came from somebody accused of trafficking or abuse, or their side, and from nobody else."""

from django.conf import settings
from django.db import models

from .row import RequestRow, in_group, through


class MarkRow(RequestRow):
    """Who marked which fact when, and who recorded when that somebody else bears it out; abstract.

    From whom it came is sealed in the fact's own group as `mark_<place>`, what bears it out as
    `corroboration_<place>`. `fact` is a name without words and `print` a keyed print of the words (see facts.py).
    Source: 8 USC 1367(a)(1).
    """

    place = models.PositiveSmallIntegerField()
    fact = models.CharField(max_length=60)
    print = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    marked_at = models.DateTimeField()
    corroborated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False, null=True
    )
    corroborated_at = models.DateTimeField(null=True)

    class Meta(RequestRow.Meta):
        abstract = True

    @property
    def bars(self) -> bool:
        """Whether nobody else bears the fact out yet."""
        return self.corroborated_at is None


FIELDS = ("place", "fact", "print", "by", "marked_at", "corroborated_by", "corroborated_at")


class Mark(MarkRow):
    """A mark on what the agency and DHS both read: an answer, a file, a relative, a message."""

    scoped_through = through("correspondence")
    sensitivity = in_group("correspondence", *FIELDS)

    class Meta(MarkRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_mark_place")]


class VettingMark(MarkRow):
    """A mark on what vetting found, which DHS alone reads."""

    scoped_through = through("vetting")
    sensitivity = in_group("vetting", *FIELDS)

    class Meta(MarkRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_vetting_mark_place")]
