"""Open an attachment, or set a suspected one aside unviewed."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, files
from manumit.spine.records.models import StoredFile
from manumit.spine.workflow.refusing import Refused

from ..models import TipAttachment


def open_attachment(actor: Actor, row: TipAttachment) -> Iterator[bytes]:
    """Return the content in pieces, once the leaf that says who reads it is committed; not to be called in `atomic`.

    Raises Denied, Hidden, Refused for one set aside or not taken, `files.FileGone`.
    """
    return files.content(_note(actor, row))


@action("tip.attachment.open")
def _note(actor: Actor, row: TipAttachment) -> StoredFile:
    require(actor, "read_content", row.tip)
    if row.quarantined_at is not None or row.stored is None:
        raise Refused(_("This file was set aside, or was never taken. Nobody can open it."))
    detail = {"attachment": row.pk, "sha256": row.stored.sha256}
    audit.record(
        actor, "tip.attachment.open", kind="tip", record_id=row.tip_id, group="content", detail=detail
    )  # fmt: skip
    return row.stored


@action("tip.attachment.quarantine")
def set_aside(actor: Actor, row: TipAttachment) -> None:
    """Let nobody open it any more. Raises Denied or Hidden for who may not read it."""
    require(actor, "read_content", row.tip)
    now = timezone.now()
    TipAttachment.unscoped.filter(pk=row.pk, quarantined_at=None).update(quarantined_at=now)
    StoredFile.objects.filter(pk=row.stored_id or 0, quarantined_at=None).update(quarantined_at=now)
    audit.record(
        actor, "tip.attachment.quarantine", kind="tip", record_id=row.tip_id, group="content",
        detail={"attachment": row.pk},
    )  # fmt: skip
