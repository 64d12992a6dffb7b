"""Begin a country partnership."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Partnership
from ..noun_rules import LONGEST
from ..refusing import Refused
from .opening import opened


@action("partnership.begin")
def begin_partnership(actor: Actor, values: Mapping[str, Any], *, source: str) -> Partnership:
    """Begin a partnership. Raises Denied, ValidationError by field, Refused for more than five years."""
    partnership = Partnership(state_since_at=timezone.now(), **values)
    if partnership.ends_on <= partnership.begins_on:
        raise Refused({"ends_on": _("It would end before it begins.")})
    if partnership.ends_on - partnership.begins_on > LONGEST:
        raise Refused({"ends_on": _("A partnership runs for at most five years (22 USC 7103a).")})
    return opened(actor, partnership, "partnership.begin", source=source, country=partnership.country)
