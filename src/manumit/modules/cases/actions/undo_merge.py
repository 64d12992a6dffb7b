"""Write again what stood before spellings were merged."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.rows import count_version, steps_of

from ..models import Case, SpellingMerge
from .merge_spellings import FIELDS

Steps = dict[Case, dict[str, tuple[Any, Any]]]


@action("case.spellings.undo")
def undo_merge(actor: Actor, merge_id: int) -> int:
    """Give each row of a merge the spelling it had, and return how many; what was changed since is left as it stands.

    Raises Denied, Hidden, ValidationError for a merge of nobody, of another agency, or undone already.
    """
    merges = SpellingMerge.objects.select_for_update().filter(owner_id=actor.agency_id, pk=merge_id, undone_at=None)
    merge = merges.first()
    if merge is None:
        raise ValidationError(_("This merge was undone already, or is not of your agency."))
    steps = _restored(actor, merge)
    for case, changes in steps.items():
        count_version(case, actor, changes, provenance.said("The merge of spellings was undone"))
        audit.record(actor, "case.spellings.undo", kind=Case.kind, record_id=case.pk, detail={"merge": merge.pk})
    SpellingMerge.objects.filter(pk=merge.pk).update(undone_at=timezone.now())
    audit.record(actor, "case.spellings.undo", detail={"merge": merge.pk})
    return sum(map(len, steps.values()))


def _restored(actor: Actor, merge: SpellingMerge) -> Steps:
    model, field = FIELDS[merge.noun]
    ids = [*map(int, merge.changed), *merge.withdrawn]
    steps: Steps = defaultdict(dict)
    for row in model.unscoped.select_related("case").filter(pk__in=ids).order_by("pk"):
        require(actor, "supervise", row.case)
        change = _change(row, field, merge)
        if change:
            model.unscoped.filter(pk=row.pk).update(**{name: new for name, (_old, new) in change.items()})
            steps[row.case].update(steps_of(row, change))
    return steps


def _change(row: Any, field: str, merge: SpellingMerge) -> dict[str, tuple[Any, Any]]:
    if row.pk in merge.withdrawn:
        return {"withdrawn_at": (row.withdrawn_at, None)} if row.withdrawn_at else {}
    stands = row.withdrawn_at is None and getattr(row, field) == merge.kept
    return {field: (merge.kept, merge.changed[str(row.pk)])} if stands else {}
