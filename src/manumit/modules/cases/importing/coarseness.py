"""A layout that says less never clears or degrades what a finer one gave.

Values that are only meaningful together (a place, a range of days, a range of ages) are judged together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ..choices import STATE_UNKNOWN
from ..models import FeedEntry
from .difference import Difference
from .draft import Draft
from .standing import Standing

BLANK = frozenset({"", "unknown", STATE_UNKNOWN})
_UNITS = {
    "place": ("last_seen_state", "last_seen_county", "last_seen_city", "place_precision"),
    "day": ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision"),
    "age": ("age_min", "age_max", "age_text"),
}
_UNIT_OF = {field: unit for unit, fields in _UNITS.items() for field in fields}


def without_coarser(
    differences: Iterable[Difference], draft: Draft, standing: Standing, finer: Mapping[str, int]
) -> tuple[Difference, ...]:
    """Return the differences that are news although other layouts list the case too.

    `finer` is the fineness of each layout. What only the draft's own layout lists is taken as it comes.
    """
    differences = tuple(differences)
    others = [each for each in standing.listed if each.layout != draft.layout.feed]
    if not others:
        return differences
    above = [each.entry for each in others if finer.get(each.layout, 0) > draft.layout.fineness]
    dropped = _dropped(differences, draft, standing, above)
    return tuple(each for each in differences if each not in dropped and not _clears(each))


def _dropped(
    differences: Sequence[Difference], draft: Draft, standing: Standing, above: Sequence[FeedEntry]
) -> list[Difference]:
    if not above:
        return []
    as_recent = any(draft.modified <= entry.modified_on for entry in above)
    return [each for each in differences if (as_recent and not _fills(each)) or _is_coarser(each, draft, standing)]


def is_blank(value: Any) -> bool:
    """Whether a value says nothing, or that nothing is known."""
    return value is None or value == [] or (isinstance(value, str) and value in BLANK)


def _clears(difference: Difference) -> bool:
    return is_blank(difference.new) and not is_blank(difference.old)


def _fills(difference: Difference) -> bool:
    return is_blank(difference.old)


def _is_coarser(difference: Difference, draft: Draft, standing: Standing) -> bool:
    """Whether the new value, with those it belongs to, allows for all that the old ones say."""
    unit = _UNIT_OF.get(difference.field, "")
    in_person = difference.path.startswith("people.")
    old, new = (standing.subject(draft), draft.person) if in_person else (standing.case, draft.case)
    if unit:
        return _COARSER[unit](old, new)
    if difference.field == "races":
        return set(difference.new) <= {*difference.old, "uncertain", "other"} and bool(difference.old)
    return not is_blank(difference.old) and _same_or_less(difference.old, difference.new)


def _same_or_less(old: Any, new: Any) -> bool:
    if is_blank(new) or new in {"unsure", "other"}:
        return True
    return isinstance(old, str) and isinstance(new, str) and old.casefold() == new.casefold()


def _coarser_place(old: Any, new: Any) -> bool:
    fields = _UNITS["place"][:3]
    if all(is_blank(getattr(old, name)) for name in fields):
        return False
    return all(_same_or_less(getattr(old, name), getattr(new, name)) for name in fields)


def _coarser_day(old: Any, new: Any) -> bool:
    return _holds(
        (new.last_seen_earliest_on, new.last_seen_latest_on),
        (old.last_seen_earliest_on, old.last_seen_latest_on),
        (date.min, date.max),
    )


def _coarser_age(old: Any, new: Any) -> bool:
    return _holds((new.age_min, new.age_max), (old.age_min, old.age_max), (0, 1000))


def _holds(outer: tuple[Any, Any], inner: tuple[Any, Any], ends: tuple[Any, Any]) -> bool:
    """Whether the range `outer` holds all of `inner`; an end that is None is as far as `ends` reach."""
    if inner == (None, None):
        return False
    low, high = (ends[place] if end is None else end for place, end in enumerate(outer))
    first, last = (ends[place] if end is None else end for place, end in enumerate(inner))
    return bool(low <= first and last <= high)


_COARSER: dict[str, Callable[[Any, Any], bool]] = {
    "place": _coarser_place,
    "day": _coarser_day,
    "age": _coarser_age,
}
