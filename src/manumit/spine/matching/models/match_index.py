"""Which index of a profile stands."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention

from .match_model import MatchModel


class MatchIndex(models.Model):
    """The index that answers for `profile`: files of `generation` under MANUMIT_HOME, under the weights of `model`."""

    profile = models.CharField(max_length=20, unique=True)
    generation = models.UUIDField()
    model = models.ForeignKey(MatchModel, models.PROTECT, related_name="+")
    built_at = models.DateTimeField(null=True)

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "profile", "generation", "model", "built_at"), "internal"
    )
    retention: ClassVar[Retention] = Retention("Written over by the next", with_parent="model")

    class Meta:
        verbose_name_plural = "match indexes"

    def __str__(self) -> str:
        return self.profile
