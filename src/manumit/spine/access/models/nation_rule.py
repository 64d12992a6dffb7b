"""What a nation decided about one use of its people's records."""

from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency, Nation
from manumit.values.retention import Retention


class Use(models.TextChoices):
    """The uses a nation decides on. Source: CARE Principles for Indigenous Data Governance, Authority to control."""

    INVESTIGATION = "investigation", _("Investigation by a named agency")
    STATISTICS = "statistics", _("Statistics")
    RESEARCH = "research", _("Research")
    PUBLIC_LISTING = "public_listing", _("Public listing")


class NationRule(models.Model):
    """From `effective_at` the nation allows or refuses `use` of its people's records; never rewritten.

    `agency` names who may investigate, empty for every agency. `decided_by` and `citation` say who decided and where
    it stands (a council resolution). The newest row in effect counts; `ends_at`, where set, ends it by itself.
    """

    nation = models.ForeignKey(Nation, models.PROTECT, related_name="rules", db_index=False)
    use = models.CharField(max_length=16, choices=Use.choices)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    allowed = models.BooleanField()
    effective_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=200)
    citation = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    append_only = True
    retention = Retention(authority="A nation's own decisions, kept with their history as long as the install")
    sensitivity: Mapping[str, str] = dict.fromkeys(
        ("id", "nation", "use", "agency", "allowed", "effective_at", "ends_at", "decided_by", "citation",
         "recorded_by", "recorded_at"),
        "internal",
    )  # fmt: skip

    class Meta:
        indexes = [models.Index("nation", "use", F("effective_at").desc(), F("id").desc(), name="nation_rule_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(use=Use.INVESTIGATION) | Q(agency=None), name="nation_rule_agency_investigates"
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("effective_at")), name="nation_rule_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nation_id} {self.use}: {'yes' if self.allowed else 'no'}"
