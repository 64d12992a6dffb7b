"""Set a suspected file aside, unviewed."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.models import StoredFile
from manumit.spine.records.rows import count_version

from ..models import Case, CaseFile

REASON = "Suspected sexual image of a minor"


@action("case.file.quarantine")
def quarantine_file(actor: Actor | None, file: CaseFile) -> None:
    """Close `file` to everybody, the owner too; its content is kept as it is, for whom the law names.

    Whoever may read the case's files may report one: no right to edit is asked. Repeated, it changes nothing and is
    logged again. Raises Denied, Hidden.
    """
    case = file.case
    require(actor, f"read_{CaseFile.scoped_through.group}", case)
    if file.quarantined_at is None:
        _close(actor, case, file)
    audit.record(
        actor, "case.file.quarantine", kind=Case.kind, record_id=case.pk, detail={"file": file.pk, "reason": REASON}
    )


def _close(actor: Actor | None, case: Case, file: CaseFile) -> None:
    file.quarantined_at = timezone.now()
    same = CaseFile.unscoped.filter(case=case, stored_id=file.stored_id, quarantined_at=None)
    steps = {f"files.{pk}.quarantined_at": (None, file.quarantined_at) for pk in same.values_list("pk", flat=True)}
    same.update(quarantined_at=file.quarantined_at)
    StoredFile.objects.filter(pk=file.stored_id or 0).update(quarantined_at=file.quarantined_at)
    count_version(case, actor, steps, provenance.said(REASON))
