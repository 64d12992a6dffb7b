"""Tips handed over to another agency's triage."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency
from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import HandoverState


class TipHandover(Record):
    """Triage of the `owner` offers a tip to the triage of the agency `other`, and keeps it until that accepts.

    The row stays with both: it is all that the former agency sees afterwards. `danger` is what the giver said, and the
    only word of the tip that the receiver reads before it accepts.
    """

    kind: ClassVar[str] = "tip_handover"
    number_prefix: ClassVar[str] = "TH"

    other = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False, verbose_name=_("To"))
    state = models.CharField(_("State"), max_length=12, choices=HandoverState.choices, default=HandoverState.OFFERED)
    state_since_at = models.DateTimeField(_("Since"))
    tip_number = models.CharField(_("Tip"), max_length=16)
    danger = models.BooleanField(_("Somebody in danger now"))
    reason = models.TextField(_("Why"), max_length=2_000)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(("other", "state", "state_since_at", "tip_number", "danger", "reason"), "summary"),
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at"})
    kept_while: ClassVar[models.Q | None] = models.Q(state=HandoverState.OFFERED)
    retention: ClassVar[Retention] = Retention(
        "Shows where a tip went; no longer than a tip itself is kept", years=5, from_field="state_since_at"
    )

    class Meta(Record.Meta):
        indexes = [
            models.Index(side, models.F("opened_at").desc(), models.F("id").desc(), name=f"tip_handover_{side}")
            for side in ("owner", "other")
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(owner=models.F("other")), name="tip_handover_two_agencies"),
            models.UniqueConstraint(
                fields=["tip_number"], name="tip_handover_one_offered",
                condition=models.Q(state=HandoverState.OFFERED),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number
