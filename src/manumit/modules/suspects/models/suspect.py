"""A suspect or person of interest."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records import Record
from manumit.spine.records.coded import coded
from manumit.values.retention import Retention

from ..choices import ForcedCriminality, Outcome, Standing, Under18

SUMMARY = (
    "standing", "standing_since_at", "under_18", "minor", "validated_at", "review_on", "has_basis", "outcome",
)  # fmt: skip
DESCRIPTION = (
    "display_name", "sex", "races", "birth", "age_min", "age_max", "age_text", "height_min", "height_max", "weight_min",
    "weight_max", "eye_left", "eye_right", "eye_note", "hair", "head_hair_note", "facial_hair_note", "skin", "cautions",
)  # fmt: skip


class Suspect(Record):
    """One person under suspicion, or of interest, as one agency knows them; tied to cases by `SuspectCase`.

    `minor` follows `under_18` (all but a plain no) and is read by the policy. `validated_at` is when the information
    was entered or last validated, `review_on` the last day to do so again. `has_basis` is whether a basis stands that
    its grading lets carry: without one the person is matched with nothing. Ages are years when the record was made,
    heights inches, weights pounds, all ranges; `birth` is a partial date (EDTF). `display_name` repeats the first
    name for lists.
    """

    kind: ClassVar[str] = "suspect"
    number_prefix: ClassVar[str] = "SU"

    standing = models.CharField(
        _("Standing"), max_length=20, choices=Standing.choices, default=Standing.PERSON_OF_INTEREST
    )
    standing_since_at = models.DateTimeField(_("Since"))
    under_18 = models.CharField(_("Under 18 when it was done?"), max_length=8, choices=Under18.choices)
    minor = models.BooleanField(_("Treated as under 18"))
    validated_at = models.DateTimeField(_("Entered or last validated"))
    review_on = models.DateField(_("Review due"))
    has_basis = models.BooleanField(_("A basis stands"), default=False)
    outcome = models.CharField(_("Outcome"), max_length=12, choices=Outcome.choices, blank=True)
    forced_criminality = models.CharField(
        _("Forced to do it?"), max_length=10, choices=ForcedCriminality.choices, blank=True
    )
    arrested_on = models.DateField(_("Day of the arrest"), null=True, blank=True)

    display_name = models.CharField(_("Name"), max_length=200, blank=True)
    sex = models.CharField(_("Sex"), max_length=8, choices=coded("SEX", "manumit.values.tables.sex"), default="unknown")
    races = ArrayField(
        models.CharField(max_length=20, choices=coded("RACE", "manumit.values.tables.race")),
        verbose_name=_("Race or ethnicity as reported"), default=list, blank=True,
    )  # fmt: skip
    birth = models.CharField(_("Date of birth"), max_length=24, blank=True)
    age_min = models.DecimalField(_("Age, lowest"), max_digits=5, decimal_places=2, null=True, blank=True)
    age_max = models.DecimalField(_("Age, highest"), max_digits=5, decimal_places=2, null=True, blank=True)
    age_text = models.CharField(_("Age as written"), max_length=60, blank=True)
    height_min = models.DecimalField(_("Height, lowest"), max_digits=5, decimal_places=2, null=True, blank=True)
    height_max = models.DecimalField(_("Height, highest"), max_digits=5, decimal_places=2, null=True, blank=True)
    weight_min = models.DecimalField(_("Weight, lowest"), max_digits=6, decimal_places=2, null=True, blank=True)
    weight_max = models.DecimalField(_("Weight, highest"), max_digits=6, decimal_places=2, null=True, blank=True)
    eye_left = models.CharField(_("Left eye"), max_length=12, choices=coded("EYE_COLOR"), blank=True)
    eye_right = models.CharField(_("Right eye"), max_length=12, choices=coded("EYE_COLOR"), blank=True)
    eye_note = models.CharField(_("Eyes, in other words"), max_length=500, blank=True)
    hair = models.CharField(_("Hair"), max_length=8, choices=coded("HAIR_COLOR"), blank=True)
    head_hair_note = models.CharField(_("Hair of the head, in other words"), max_length=500, blank=True)
    facial_hair_note = models.CharField(_("Facial hair"), max_length=500, blank=True)
    skin = models.CharField(_("Skin"), max_length=12, choices=coded("SKIN_TONE"), blank=True)
    cautions = models.CharField(_("Cautions for officers"), max_length=500, blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(SUMMARY, "summary"),
        **dict.fromkeys(DESCRIPTION, "description"),
        "forced_criminality": "basis",
        "arrested_on": "proceedings",
    }
    units: ClassVar[dict[str, str]] = {
        "age_min": "years", "age_max": "years", "height_min": "inches", "height_max": "inches",
        "weight_min": "pounds", "weight_max": "pounds",
    }  # fmt: skip
    sealed_fields: ClassVar[dict[str, tuple[str, ...]]] = {"confidential_source": ("who", "how_reached")}
    moved_fields: ClassVar[frozenset[str]] = frozenset(
        {"standing", "standing_since_at", "outcome", "forced_criminality", "arrested_on", "minor", "validated_at",
         "review_on", "has_basis", "display_name"}
    )  # fmt: skip
    kept_while: ClassVar[models.Q | None] = models.Q(standing__in=(Standing.ARRESTED, Standing.CHARGED))
    retention: ClassVar[Retention] = Retention(
        "28 CFR 23.20(h): criminal intelligence is validated by its day of review, or purged",
        years=0, from_field="review_on",
    )  # fmt: skip

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="suspect_owner_newest"),
            models.Index(
                models.F("opened_at").desc(), models.F("id").desc(),
                name="suspect_open_newest", condition=models.Q(level="open"),
            ),
            models.Index("owner", "review_on", name="suspect_review"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standing=Standing.CONCLUDED) ^ models.Q(outcome=""),
                name="suspect_outcome_when_concluded",
            ),
            models.CheckConstraint(
                condition=models.Q(minor=False, under_18=Under18.NO)
                | (models.Q(minor=True) & ~models.Q(under_18=Under18.NO)),
                name="suspect_minor_unless_adult",
            ),
        ]

    def __str__(self) -> str:
        return self.number
