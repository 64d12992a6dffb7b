"""Who can be given work on a record."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import allowed
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Membership

from ..refusing import Refused


def demand_able(member: Membership, record: Model) -> None:
    """Raise Refused unless `member` may work on `record` while investigating or supervising."""
    if not any(_able(member, record, purpose) for purpose in (Purpose.INVESTIGATION, Purpose.SUPERVISION)):
        raise Refused(_("They may not work on this record: choose somebody else, or let it be released to them first."))


def _able(member: Membership, record: Model, purpose: Purpose) -> bool:
    actor = actor_for(member.pk, purpose)
    return bool(actor and actor.active and allowed(actor, "work", record))
