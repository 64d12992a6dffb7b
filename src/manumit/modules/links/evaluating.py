"""Which pairs people agreed on: what the library's figures of an evaluation are made from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from manumit.linkage.evaluation import Judged

from .choices import Verdict


def judged(judgements: Iterable[Any]) -> list[Judged]:
    """Return one judged pair for each pair that people agree on: all say yes, or all say no."""
    by_pair: dict[tuple[str, str, str], list[Any]] = {}
    for each in judgements:
        if each.withdrawn_at is None and each.verdict != Verdict.UNSURE:
            by_pair.setdefault(each.pair, []).append(each)
    agreed = [held for held in by_pair.values() if len({each.verdict for each in held}) == 1]
    return [_pair(held[0], max(each.at for each in held).date()) for held in agreed]


def _pair(judgement: Any, on: date) -> Judged:
    return Judged(judgement.weight, judgement.verdict == Verdict.YES, judgement.facts, on, judgement.model)
