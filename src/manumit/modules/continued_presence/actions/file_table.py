"""File every request of a table, or none of them."""

import re
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..filing_table import Batch
from ..models import PresenceRequest
from .file_request import Filing, file_request

OF_VICTIM = re.compile(r"victims\.(\d+)\.")


@action("presence.file_table")
def file_table(actor: Actor, batches: Sequence[Batch]) -> list[list[PresenceRequest]]:
    """Begin drafts for the victims of each operation; return them in the table's order.

    Raises Denied, Refused, ValidationError by line and column; then nothing of the table was filed.
    """
    if not batches:
        raise Refused(_("The table has no rows."))
    made = [_filed(actor, batch) for batch in batches]
    detail = {"operations": len(made), "victims": sum(map(len, made))}
    audit.record(actor, "presence.file_table", detail=detail)
    return made


def _filed(actor: Actor, batch: Batch) -> list[PresenceRequest]:
    try:
        return file_request(actor, Filing(batch.region, batch.shared, batch.victims))
    except ValidationError as error:
        raise ValidationError({_place(batch, name): texts for name, texts in error.message_dict.items()}) from None


def _place(batch: Batch, name: str) -> str:
    """Return line and column: what is shared was told by the operation's first row."""
    found = OF_VICTIM.match(name)
    line = batch.lines[int(found[1])] if found else batch.lines[0]
    return f"line {line}.{name.rpartition('.')[2]}"
