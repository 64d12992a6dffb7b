"""Open a file of a case."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, allowed, require
from manumit.spine.access.releases import live
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, files
from manumit.spine.records.models import StoredFile

from ..models import Case, CaseFile

GROUP = CaseFile.scoped_through.group


class NotOpened(Exception):
    """The file is not opened: it was set aside, or is kept elsewhere. The text says which."""


def open_file(actor: Actor, file: CaseFile) -> Iterator[bytes]:
    """Return the content in pieces, once the leaf that says who reads it is committed; not to be called in `atomic`.

    Raises Denied, Hidden, NotOpened, `files.FileGone`.
    """
    return files.content(note_opening(actor, file.case, file))


@action("case.file.open")
def note_opening(actor: Actor | None, case: Case, file: CaseFile) -> StoredFile:
    """Log that the actor is about to read a file, and return where it lies. Raises Denied, Hidden, NotOpened."""
    require(actor, f"read_{GROUP}", case)
    if file.quarantined_at is not None:
        raise NotOpened(_("This file was set aside. Nobody can open it."))
    if file.stored is None:
        raise NotOpened(_("A custodian keeps this. It is not here."))
    if file.shows_dead and actor is not None and not may_see_the_dead(actor, case):
        raise Denied(allowed(actor, "seal", case))
    audit.record(
        actor, "case.file.open", kind=Case.kind, record_id=case.pk, group=GROUP,
        detail={"file": file.pk, "sha256": file.stored.sha256},
    )  # fmt: skip
    return file.stored


def may_see_the_dead(actor: Actor, case: Case) -> bool:
    """Say whether the actor may open images of the dead: the owner's who investigate or supervise, or by release.

    That the case is open to partners is not enough.
    """
    if allowed(actor, "seal", case):
        return True
    releases = live(Case.kind, actor.agency_id, timezone.now()).filter(record_id=case.pk)
    return releases.filter(groups__contains=[GROUP], purposes__contains=[actor.purpose]).exists()
