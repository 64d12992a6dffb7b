"""What of suspects may be matched: only of those for whom a basis stands that its grading lets carry (rule 7).

Who was cleared or acquitted is no longer matched, nor whose basis was withdrawn, nor what nobody validated in time.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.utils import timezone

from manumit.spine.matching import Described, Linkable, Matched
from manumit.spine.matching import describing as said

from .matched import may_be_matched
from .models import Mark, Suspect, SuspectAccount, SuspectDocument, SuspectName, SuspectPhone, SuspectVehicle

PARTS = (SuspectName, Mark, SuspectPhone, SuspectVehicle, SuspectAccount, SuspectDocument)


def _matched(ids: Collection[int]) -> Any:
    return Suspect.unscoped.filter(may_be_matched(), pk__in=ids)


def _suspects(ids: Collection[int]) -> Iterator[Described]:
    suspects = list(_matched(ids))
    parts = {model: _standing(model, [each.pk for each in suspects]) for model in PARTS}
    for suspect in suspects:
        own = {model: rows.get(suspect.pk, []) for model, rows in parts.items()}
        yield Described(suspect.pk, 0, _facts(suspect, own), crosses=not suspect.minor)


def _facts(suspect: Suspect, own: dict[Any, list[Any]]) -> dict[str, list[object]]:
    cars = [said.vehicle(each) for each in own[SuspectVehicle]]
    return {
        **said.looks(suspect, timezone.localdate(suspect.opened_at)),
        "names": [said.name(each) for each in own[SuspectName] if each.given_names or each.family_name],
        "marks": [said.mark(each) for each in own[Mark]],
        "phones": [value for each in own[SuspectPhone] for value in said.phone(each)["phones"]],
        "accounts": [value for each in own[SuspectAccount] for value in said.account(each)["accounts"]],
        "documents": [_document(each) for each in own[SuspectDocument]],
        "plates": [value for car in cars for value in car["plates"]],
        "vins": [value for car in cars for value in car["vins"]],
    }


def _document(row: SuspectDocument) -> object:
    return {"kind": row.document_kind, "country": row.issuer, "number": row.number}


def _things(model: Any, facts: Callable[[Any], dict[str, list[object]]]) -> Callable[..., Iterator[Described]]:
    def read(ids: Collection[int]) -> Iterator[Described]:
        rows = model.unscoped.filter(suspect__in=_matched(ids), withdrawn_at=None)
        for row in rows.select_related("suspect"):
            yield Described(row.suspect_id, row.pk, facts(row), crosses=not row.suspect.minor)

    return read


def _standing(model: Any, ids: Collection[int]) -> dict[int, list[Any]]:
    return said.by_record(model.unscoped.filter(suspect__in=ids, withdrawn_at=None), "suspect_id")


LINKABLE = (
    Linkable(Matched.SUSPECT, "suspect", ("description", "identifiers"), _suspects),
    Linkable(Matched.VEHICLE, "suspect", ("identifiers",), _things(SuspectVehicle, said.vehicle)),
    Linkable(Matched.PHONE, "suspect", ("identifiers",), _things(SuspectPhone, said.phone)),
    Linkable(Matched.ACCOUNT, "suspect", ("identifiers",), _things(SuspectAccount, said.account)),
)
