"""An operation: what several victims of one investigation share."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency
from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..asked import fields_of

KEPT = Retention("DHS/ICE-011 and the A-file schedule; not verified, an install's own schedule governs", years=10,
                 from_field="changed_at")  # fmt: skip
MOST_VICTIMS = 50


class Operation(Record):
    """What up to `MOST_VICTIMS` requests share: agency, officers, investigation; all of it sealed.

    `region` is the postal code of the state whose sponsor is asked. `sponsor` and `decider` are the owner itself until
    a request reaches another; `with_sponsor` and `with_decider` say whether it did.
    """

    kind: ClassVar[str] = "presence_operation"
    number_prefix: ClassVar[str] = "PO"

    region = models.CharField(_("State"), max_length=2, blank=True)
    sponsor = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    decider = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    with_sponsor = models.BooleanField(default=False)
    with_decider = models.BooleanField(default=False)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(("region", "sponsor", "decider", "with_sponsor", "with_decider"), "summary"),
    }
    sealed_fields: ClassVar[dict[str, tuple[str, ...]]] = {"shared": fields_of("shared")}
    moved_fields: ClassVar[frozenset[str]] = frozenset({"sponsor", "decider", "with_sponsor", "with_decider"})
    retention: ClassVar[Retention] = KEPT

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="presence_operation_newest")
        ]
