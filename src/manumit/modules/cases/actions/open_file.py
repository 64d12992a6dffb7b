"""Open a file of a case."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, files
from manumit.spine.records.models import StoredFile

from ..kinds import SEE_THE_DEAD
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
    stored = demand_openable(actor, case, file)
    audit.record(
        actor, "case.file.open", kind=Case.kind, record_id=case.pk, group=GROUP,
        detail={"file": file.pk, "sha256": stored.sha256},
    )  # fmt: skip
    return stored


def demand_openable(actor: Actor | None, case: Case, file: CaseFile) -> StoredFile:
    """Return where the file lies if the actor may open it now. Raises Denied, Hidden, NotOpened."""
    require(actor, f"read_{GROUP}", case)
    if file.quarantined_at is not None:
        raise NotOpened(_("This file was set aside. Nobody can open it."))
    if file.stored is None:
        raise NotOpened(_("A custodian keeps this. It is not here."))
    if file.shows_dead:
        require(actor, SEE_THE_DEAD, case)
    return file.stored
