"""Seal where a located person is."""

from collections.abc import Mapping

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed

from ..models import Case


@action("case.whereabouts.record")
def record_whereabouts(
    actor: Actor | None, case: Case, values: Mapping[str, str], *, expected_version: int, group: str = "whereabouts"
) -> Case:
    """Seal `values` (`Case.sealed_fields` of `group`); who reads them later is logged first.

    An adult's whereabouts are told to nobody without their consent: `wishes` keeps what they said about that.
    Raises Denied, Conflict, NothingToChange.
    """
    require(actor, "seal", case)
    sealed.put(case, group, values, actor, expected_version=expected_version)
    audit.record(
        actor,
        "case.whereabouts.record",
        kind=Case.kind,
        record_id=case.pk,
        group=group,
        detail={"fields": sorted(values)},
    )
    return case
