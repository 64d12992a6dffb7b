"""What of the records that fit an inquiry its asker is told: by policy, then by the owner's level."""

from dataclasses import dataclass
from typing import Any

from manumit.spine.access import decide_many, kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, registry
from manumit.spine.records.askable import Askable, Question
from manumit.spine.records.choices import Level

MOST = 25
"""How many answers an inquiry keeps."""


@dataclass(frozen=True)
class Judged:
    """The records of which the summary answers, those that are pointers, and whether more answered than are kept.

    Pointers answer once an agency: how many records of one agency there are shows in nothing the asker is told.
    """

    summaries: tuple[Record, ...]
    pointers: tuple[Record, ...]
    more: bool


def judge(actor: Actor, case: Record, question: Question) -> Judged:
    """Return what answers `question` for `actor`; `case` itself does not.

    Every kind that knows what is asked for is asked, in the same queries whatever is found.
    """
    found = [each for askable in registry.providers(Askable) for each in _of_kind(askable, actor, question)]
    others = [(record, seen) for record, seen in found if (record.kind, record.pk) != (case.kind, case.pk)]
    summaries = tuple(record for record, seen in others if seen)
    pointers = tuple(record for record, seen in others if not seen and _points(record, actor))
    holders = list(dict.fromkeys(record.owner_id for record in pointers))
    kept = tuple(record for record in pointers if record.owner_id in holders[:MOST])
    return Judged(summaries[:MOST], kept, len(summaries) > MOST or len(holders) > MOST)


def _of_kind(askable: Askable, actor: Actor, question: Question) -> list[tuple[Record, bool]]:
    """Return the records of a kind that fit, each with whether the asker may read that it fits."""
    group = askable.groups.get(question.asked_for)
    if group is None:
        return []
    model: Any = kinds.get(askable.kind).model_class
    rows = {row.pk: row for row in model.unscoped.filter(pk__in=list(askable.match(actor, question)))}
    records: list[Record] = [rows[key] for key in sorted(rows, reverse=True)]
    known = decide_many(actor, [("read_summary", record) for record in records])
    fits = decide_many(actor, [(f"read_{group}", record) for record in records])
    return [(record, bool(one and other)) for record, one, other in zip(records, known, fits, strict=True)]


def _points(record: Record, actor: Actor) -> bool:
    return record.level == Level.POINTER and record.owner_id != actor.agency_id
