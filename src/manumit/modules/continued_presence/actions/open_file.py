"""Open a file of a request for a purpose, withdraw one, or set a suspected one aside unviewed."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, files
from manumit.spine.records.models import StoredFile
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import PresenceRequest, RequestFile


def open_file(actor: Actor, row: RequestFile, note: str) -> Iterator[bytes]:
    """Return the content in pieces, once the leaf that says who reads it and what for is committed.

    Not to be called in `atomic`. Raises Denied, Hidden, Refused without a note or for one that is not opened,
    `files.FileGone`.
    """
    return files.content(_note(actor, row, note))


@action("presence.open_file")
def _note(actor: Actor, row: RequestFile, note: str) -> StoredFile:
    require(actor, "read_identity", row.request)
    why = demand_words(note, _("Say what you need this for."))
    if not row.opens:
        raise Refused(_("This file was withdrawn or set aside. Nobody can open it."))
    _leaf(actor, "presence.open_file", row, {"file": row.place, "sha256": row.stored.sha256, "note": why})
    return row.stored


@action("presence.withdraw_file")
def withdraw_file(actor: Actor, row: RequestFile) -> None:
    """Let nobody open a file that was attached in error. Raises Denied or Hidden, Refused for one withdrawn."""
    require(actor, "seal", row.request)
    if not RequestFile.unscoped.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
        raise Refused(_("It was withdrawn already."))
    _leaf(actor, "presence.withdraw_file", row, {"file": row.place})


@action("presence.quarantine_file")
def set_aside(actor: Actor, row: RequestFile) -> None:
    """Close a suspected file, unviewed, to everybody who has it here. Raises Denied or Hidden for who may not read."""
    require(actor, "read_identity", row.request)
    now = timezone.now()
    same = RequestFile.unscoped.filter(request=row.request_id, stored=row.stored_id, quarantined_at=None)
    same.update(quarantined_at=now)
    StoredFile.objects.filter(pk=row.stored_id, quarantined_at=None).update(quarantined_at=now)
    _leaf(actor, "presence.quarantine_file", row, {"file": row.place})


def _leaf(actor: Actor, verb: str, row: RequestFile, detail: dict[str, object]) -> None:
    audit.record(
        actor, verb, kind=PresenceRequest.kind, record_id=row.request_id, group="identity", detail=detail
    )  # fmt: skip
