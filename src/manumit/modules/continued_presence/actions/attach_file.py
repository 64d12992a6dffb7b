"""Attach a file to a request: encrypted as it arrives, under the request's own key."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, files, sealed
from manumit.spine.records.changing import lock
from manumit.spine.workflow.refusing import Refused

from ..choices import FILE_KINDS, Stage
from ..models import MOST_FILES, PresenceRequest, RequestFile
from .save_answers import CLOSED
from .write_message import next_place

LONGEST = 300


@action("presence.attach")
def attach_file(
    actor: Actor, request: PresenceRequest, file_kind: str, file: files.ReceivedFile, *, words: str = ""
) -> RequestFile:
    """Keep `file` with the request; `words` about it are sealed, its name is not kept.

    Raises Denied or Hidden, Refused once the request is closed or full, ValidationError for a file that is not taken.
    """
    require(actor, "seal", request)
    if Stage(lock(request).state) in CLOSED:
        raise Refused(_("The request is closed: nothing is attached any more."))
    if file_kind not in dict(FILE_KINDS):
        raise ValidationError({"file_kind": _("Choose one of the answers.")})
    place = next_place(RequestFile, request, MOST_FILES)
    row = RequestFile(request=request, place=place, file_kind=file_kind, by_id=actor.person_id)
    _keep(request, row, file)
    row.save(force_insert=True)
    if words.strip():
        request.refresh_from_db(fields=["version"])
        sealed.put(request, "identity", {f"file_{place}": words.strip()[:LONGEST]}, actor)
    detail = {"file": place, "sha256": row.stored.sha256}
    audit.record(actor, "presence.attach", kind=request.kind, record_id=request.pk, group="identity", detail=detail)
    return row


def _keep(request: PresenceRequest, row: RequestFile, file: files.ReceivedFile) -> None:
    try:
        row.stored = files.keep(request, file)
    except files.BadFile as bad:
        raise ValidationError({"file": [str(bad)]}) from None
    row.media_type, row.size = row.stored.media_type, row.stored.size
