"""People in a case."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Upper

from manumit.spine.access import ScopedModel, Through
from manumit.spine.records.coded import coded
from manumit.values.retention import Retention

from ..choices import (
    Aspect,
    PersonRole,
    Race,
    Sex,
)
from .case import Case


class CasePerson(ScopedModel):
    """One person in one role in one case.

    Ages are years at the time last seen, months as fractions (0.25 is three months); `age_text` and `birth` keep
    what the source wrote. `birth` is a partial date (EDTF): 1987, 1987-05, 1960/1965. `races` holds what was reported.
    Heights are inches, weights pounds, both ranges. Colors and the like are blank where nobody said, `unknown` where
    somebody said that it is not known; `none_known` names the aspects of which somebody said so as a whole.
    """

    part: ClassVar[str] = "people"

    case = models.ForeignKey(Case, models.CASCADE, related_name="people")
    role = models.CharField(max_length=24, choices=PersonRole.choices)
    family_name = models.CharField(max_length=100, blank=True)
    given_names = models.CharField(max_length=100, blank=True)
    middle_names = models.CharField(max_length=100, blank=True)
    name_suffix = models.CharField(max_length=20, blank=True)
    sex = models.CharField(max_length=8, choices=Sex.choices, default=Sex.UNKNOWN)
    races = ArrayField(models.CharField(max_length=20, choices=Race.choices), default=list, blank=True)
    age_min = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    age_max = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    age_text = models.CharField(max_length=60, blank=True)
    birth = models.CharField(max_length=24, blank=True)
    age_group = models.CharField(max_length=24, choices=coded("ESTIMATED_AGE_GROUP"), blank=True)
    races_note = models.CharField(max_length=200, blank=True)
    height_min = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    height_max = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    height_certainty = models.CharField(max_length=16, choices=coded("MEASURE_CERTAINTY"), blank=True)
    weight_min = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    weight_max = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    weight_certainty = models.CharField(max_length=16, choices=coded("MEASURE_CERTAINTY"), blank=True)
    eye_left = models.CharField(max_length=12, choices=coded("EYE_COLOR"), blank=True)
    eye_right = models.CharField(max_length=12, choices=coded("EYE_COLOR"), blank=True)
    eye_note = models.CharField(max_length=500, blank=True)
    hair = models.CharField(max_length=8, choices=coded("HAIR_COLOR"), blank=True)
    head_hair_note = models.CharField(max_length=500, blank=True)
    facial_hair_note = models.CharField(max_length=500, blank=True)
    body_hair_note = models.CharField(max_length=500, blank=True)
    skin = models.CharField(max_length=12, choices=coded("SKIN_TONE"), blank=True)
    blood = models.CharField(max_length=12, choices=coded("BLOOD_TYPE"), blank=True)
    birthplace = models.CharField(max_length=200, blank=True)
    citizenships = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    none_known = ArrayField(models.CharField(max_length=12, choices=Aspect.choices), default=list, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="people")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        (
            "id", "case", "role", "family_name", "given_names", "middle_names", "name_suffix", "sex", "races",
            "races_note", "age_min", "age_max", "age_text", "age_group", "birth", "birthplace", "citizenships",
            "languages", "height_min", "height_max", "height_certainty", "weight_min", "weight_max",
            "weight_certainty", "eye_left", "eye_right", "eye_note", "hair", "head_hair_note", "facial_hair_note",
            "body_hair_note", "skin", "blood", "none_known", "withdrawn_at",
        ),
        "people",
    )  # fmt: skip
    units: ClassVar[dict[str, str]] = {
        "age_min": "years", "age_max": "years", "height_min": "inches", "height_max": "inches",
        "weight_min": "pounds", "weight_max": "pounds",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention(Case.retention.authority, with_parent="case")

    class Meta(ScopedModel.Meta):
        verbose_name_plural = "case people"
        ordering = ["id"]
        indexes = [
            models.Index(
                Upper("family_name"), name="person_asked_by_name",
                condition=models.Q(role__in=("missing", "decedent_unidentified"), withdrawn_at=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case_id}/{self.pk}"

    @property
    def full_name(self) -> str:
        """Return given, middle and family names and suffix, as many as are known."""
        return " ".join(
            part for part in (self.given_names, self.middle_names, self.family_name, self.name_suffix) if part
        )
