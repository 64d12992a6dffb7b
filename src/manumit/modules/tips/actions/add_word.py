"""Add something to a tip: by whoever gave it."""

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.rows import count_version
from manumit.spine.workflow.beside import demand_words

from ..form_token import FormToken
from ..models import Tip, TipMessage
from ..models.tip import LONG
from .telling_triage import tell_of_word


def add_word(number: str, text: str, form: FormToken) -> None:
    """Keep what the giver of tip `number` adds, once however often it is sent. Raises Refused where nothing was said.

    The caller has opened the tip with its secret.
    """
    try:
        _add(None, number, text, form)
    except IntegrityError:
        if not TipMessage.unscoped.filter(form=form.digest).exists():
            raise


@action("tip.word.add")
def _add(actor: Actor | None, number: str, text: str, form: FormToken) -> None:
    said = demand_words(text, _("Write what you want to add."))[:LONG]
    tip = Tip.unscoped.select_for_update(no_key=True).get(number=number)
    row = TipMessage(tip=tip, text=said, written_at=timezone.now(), form=form.digest)
    TipMessage.unscoped.bulk_create([row])
    steps = {f"messages.{row.pk}.text": (None, said)}
    count_version(tip, None, steps, provenance.said("Whoever gave the tip"), unread=tip.unread + 1)
    audit.record(None, "tip.word.add", kind=Tip.kind, record_id=tip.pk, detail={"message": row.pk})
    tell_of_word(tip)
