"""People in a case."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import PersonRole, Race, Sex
from .case import Case


class CasePerson(ScopedModel):
    """One person in one role in one case.

    Ages are years at the time last seen, months as fractions (0.25 is three months); `age_text` and `birth` keep
    what the source wrote. `birth` is a partial date: 1987, 1987-05 or 1987-05-02. `races` holds what was reported.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="people")
    role = models.CharField(max_length=24, choices=PersonRole.choices)
    family_name = models.CharField(max_length=100, blank=True)
    given_names = models.CharField(max_length=100, blank=True)
    name_suffix = models.CharField(max_length=20, blank=True)
    sex = models.CharField(max_length=8, choices=Sex.choices, default=Sex.UNKNOWN)
    races = ArrayField(models.CharField(max_length=20, choices=Race.choices), default=list, blank=True)
    age_min = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    age_max = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    age_text = models.CharField(max_length=60, blank=True)
    birth = models.CharField(max_length=10, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="people")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        (
            "id", "case", "role", "family_name", "given_names", "name_suffix", "sex", "races", "age_min", "age_max",
            "age_text", "birth",
        ),
        "people",
    )  # fmt: skip
    retention: ClassVar[Retention] = Retention(Case.retention.authority, with_parent="case")

    class Meta(ScopedModel.Meta):
        verbose_name_plural = "case people"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.pk}"

    @property
    def full_name(self) -> str:
        """Return given names, family name and suffix, as many as are known."""
        return " ".join(part for part in (self.given_names, self.family_name, self.name_suffix) if part)
