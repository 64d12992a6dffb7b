"""The case: one investigation, which may hold several people."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper

from manumit.spine.identity.models import Nation
from manumit.spine.records import Record
from manumit.spine.records.coded import coded
from manumit.values.retention import Retention

from ..choices import (
    STATE_UNKNOWN,
    CaseType,
    DatePrecision,
    Outcome,
    PlacePrecision,
    State,
    TribalLand,
)

SUMMARY = (
    "case_type", "state", "state_since_at", "outcome", "acute", "reported_on", "review_on", "nation", "protected",
    "last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision", "last_seen_state", "last_seen_county",
    "tribal_land", "residence_on_tribal_land", "circumstance", "missing_category", "alert",
    "ncic_entered_on", "contains_cji",
)  # fmt: skip
PLACE = ("last_seen_city", "place_precision", "place_detail")


class Case(Record):
    """A missing-person, homicide, remains or trafficking case of one agency.

    Last seen is a range of days and a word for how exactly it is known; both ends are empty only where the
    precision is `unknown`. `subject_name` repeats the first subject's name for lists and belongs to group `people`.
    `review_on` is set while suspended; `outcome` and `confirmed_by` while resolved. Whereabouts and the protected
    contact are no columns: they are sealed. `ncic_entered_on` is the day NCIC took the entry; `contains_cji` marks
    criminal justice information, which only criminal justice agencies may have (FBI CJIS Security Policy).
    """

    kind: ClassVar[str] = "case"
    number_prefix: ClassVar[str] = "C"

    case_type = models.CharField(max_length=24, choices=CaseType.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.INTAKE)
    state_since_at = models.DateTimeField()
    outcome = models.CharField(max_length=24, choices=Outcome.choices, blank=True)
    confirmed_by = models.CharField(max_length=200, blank=True)
    acute = models.BooleanField(default=False)
    protected = models.BooleanField(default=False)
    contains_cji = models.BooleanField(default=False)
    circumstance = models.CharField(max_length=24, choices=coded("MISSING_CIRCUMSTANCE"), blank=True)
    missing_category = models.CharField(max_length=12, choices=coded("MISSING_CATEGORY"), blank=True)
    alert = models.CharField(max_length=20, choices=coded("ALERT_KIND"), blank=True)
    nation = models.ForeignKey(Nation, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    reported_on = models.DateField(null=True, blank=True)
    ncic_entered_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)

    last_seen_earliest_on = models.DateField(null=True, blank=True)
    last_seen_latest_on = models.DateField(null=True, blank=True)
    last_seen_precision = models.CharField(max_length=12, choices=DatePrecision.choices, default=DatePrecision.UNKNOWN)
    last_seen_state = models.CharField(max_length=2, default=STATE_UNKNOWN)
    last_seen_county = models.CharField(max_length=100, blank=True)
    tribal_land = models.CharField(max_length=8, choices=TribalLand.choices, default=TribalLand.UNKNOWN)
    residence_on_tribal_land = models.CharField(max_length=8, choices=TribalLand.choices, default=TribalLand.UNKNOWN)

    last_seen_city = models.CharField(max_length=100, blank=True)
    place_precision = models.CharField(max_length=10, choices=PlacePrecision.choices, default=PlacePrecision.UNKNOWN)
    place_detail = models.CharField(max_length=500, blank=True)
    subject_name = models.CharField(max_length=200, blank=True)
    circumstances = models.TextField(blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(SUMMARY, "summary"),
        **dict.fromkeys(PLACE, "place"),
        "subject_name": "people",
        "confirmed_by": "people",
        "circumstances": "narrative",
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset(
        {"state", "state_since_at", "outcome", "confirmed_by", "review_on"}
    )
    sealed_fields: ClassVar[dict[str, tuple[str, ...]]] = {
        "whereabouts": ("place", "contact", "wishes"),
        "protected_contact": ("how", "not_how"),
    }
    kept_while: ClassVar[models.Q | None] = ~models.Q(state=State.RESOLVED)
    retention: ClassVar[Retention] = Retention(
        authority="The owning agency's records schedule", years=75, from_field="state_since_at"
    )

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="case_owner_newest"),
            models.Index(
                models.F("opened_at").desc(), models.F("id").desc(),
                name="case_open_newest", condition=models.Q(level="open"),
            ),
            models.Index(
                "last_seen_state", models.F("opened_at").desc(), models.F("id").desc(), name="case_place_newest"
            ),
            models.Index("last_seen_earliest_on", name="case_last_seen"),
            models.Index(fields=["id"], include=["level", "owner", "protected"], name="case_decided_by_key"),
            GinIndex(OpClass(Upper("subject_name"), name="gin_trgm_ops"), name="case_subject_name"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_seen_earliest_on__lte=models.F("last_seen_latest_on"))
                | models.Q(last_seen_earliest_on=None, last_seen_latest_on=None),
                name="case_last_seen_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.RESOLVED) ^ models.Q(outcome=""), name="case_outcome_when_resolved"
            ),
        ]

    def __str__(self) -> str:
        return self.number
