"""Receive a tip from the public page: from nobody that we know of."""

from collections.abc import Callable

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from .. import secret
from ..form_token import FormToken
from ..models import TipDesk, TipKey
from .arrival import Arrival, Receipt, drafted, file


def receive_tip(desk: TipDesk, arrival: Arrival, form: FormToken) -> Receipt:
    """Keep a tip for the desk's agency; sent twice with one form it is kept once, and told the same.

    Raises Refused where nothing was said or the desk is closed.
    """
    return kept_once(form, lambda: _receive(None, desk, arrival, form))


def kept_once(form: FormToken, act: Callable[[], Receipt]) -> Receipt:
    """Return what `act` tells, or what was told when this form was sent before, even at this very moment."""
    try:
        return act()
    except IntegrityError:
        before = sent_before(form)
        if before is None:
            raise
        return before


def sent_before(form: FormToken) -> Receipt | None:
    """Return what was told when this form was sent before; None where it was not."""
    number = TipKey.objects.filter(form=form.digest).values_list("tip__number", flat=True).first()
    return Receipt(number, secret.of_form(form.form_id), again=True) if number else None


@action("tip.receive")
def _receive(actor: Actor | None, desk: TipDesk, arrival: Arrival, form: FormToken) -> Receipt:
    if not desk.open:
        raise Refused(_("This agency does not take tips here now."))
    tip = drafted(desk.agency_id, arrival)
    shown = file(actor, tip, arrival, form, "tip.receive")
    return Receipt(tip.number, shown)
