"""Let what repeats a case's owner follow it."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..models import Case, OutsideNumber


@action("case.numbers.follow")
def follow_owner(actor: Actor, case: Case) -> None:
    """Give the case's outside numbers its owner. Raises Refused where the owner holds one in another case already."""
    audit.record(actor, "case.numbers.follow", kind=Case.kind, record_id=case.pk)
    try:
        with transaction.atomic():
            OutsideNumber.unscoped.filter(case=case).update(owner_id=case.owner_id)
    except IntegrityError:
        raise Refused(_("The receiving agency holds a case with one of its outside numbers already.")) from None
