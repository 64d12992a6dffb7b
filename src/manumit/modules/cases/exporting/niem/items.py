"""One element of NIEM and the fields it stands for: how it is written, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from manumit.values.code_table import CodeTable
from manumit.values.crosswalk import Crosswalk

from .xml import Element, first, found, made, text_at

Values = Mapping[str, Any]


class Unreadable(ValueError):
    """A value cannot be read; `path` names its element."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path, self.reason = path, reason


@dataclass(frozen=True, slots=True)
class Item:
    """Elements that stand for some fields: `put` writes them, `take` reads the fields below a parent."""

    put: Callable[[Values], Iterable[Element]]
    take: Callable[[Element], dict[str, Any]]


def text(field: str, name: str) -> Item:
    """Return the item of a text."""
    return Item(
        lambda values: [made(name, text=values[field])] if values[field] else [],
        lambda parent: {field: text_at(parent, name)},
    )


def coded(field: str, code: str, words: str, walk: Crosswalk) -> Item:
    """Return the item of a code: NIEM's own where it says exactly the same, our words where it does not."""
    return Item(
        lambda values: [one_coded(values[field], code, words, walk)] if values[field] else [],
        lambda parent: {field: next(iter(codes_below(parent, code, words, walk)), "")},
    )


def several(field: str, code: str, words: str, walk: Crosswalk) -> Item:
    """Return the item of a list of codes."""
    return Item(
        lambda values: [one_coded(each, code, words, walk) for each in values[field]],
        lambda parent: {field: codes_below(parent, code, words, walk)},
    )


def one_coded(value: str, code: str, words: str, walk: Crosswalk) -> Element:
    """Return the element of one code."""
    crossing = walk.forward(value)
    if crossing.to is not None and _leads_back(crossing.to.code, value, walk):
        return made(code, text=crossing.to.code)
    return made(words, text=walk.left.code(value).label)


def _leads_back(theirs: str, ours: str, walk: Crosswalk) -> bool:
    back = walk.backward(theirs)
    return back.exact and back.to is not None and back.to.code == ours


def codes_below(parent: Element, code: str, words: str, walk: Crosswalk) -> list[str]:
    """Return the codes of the elements `code` and `words` below `parent`, in their order. Raises Unreadable."""
    return [_ours(child, code, words, walk) for child in parent if child.tag in _tags(code, words)]


def _tags(*names: str) -> set[str]:
    return {str(made(name).tag) for name in names}


def _ours(element: Element, code: str, words: str, walk: Crosswalk) -> str:
    said = element.text or ""
    if element.tag not in _tags(code):
        return in_words(words, said, walk.left)
    if said not in walk.right:
        raise Unreadable(code, f"{said!r} is not in {walk.right.name}")
    to = walk.backward(said).to
    if to is None:
        raise Unreadable(code, f"{said!r} of {walk.right.name} can mean several things here: correct it by hand")
    return to.code


def in_words(name: str, said: str, table: CodeTable) -> str:
    """Return the code that `said` is the label of. Raises Unreadable."""
    row = table.find(said)
    if row is None:
        raise Unreadable(name, f"{said!r} is not in {table.name}")
    return row.code


def measure(low: str, high: str, name: str, *, unit: tuple[str, str]) -> Item:
    """Return the item of a range of numbers, or of one; `unit` is the element and text that name it."""

    def put(values: Values) -> list[Element]:
        least, most = values[low], values[high]
        if least is None and most is None:
            return []
        number = [made("nc:MeasureDecimalValue", text=plain(least))] if least == most else [_range(least, most)]
        return [made(name, *number, made(unit[0], text=unit[1]))]

    def take(parent: Element) -> dict[str, Any]:
        if (element := first(parent, name)) is None:
            return {low: None, high: None}
        if (said := text_at(element, unit[0])) != unit[1]:
            raise Unreadable(name, f"the unit is {said!r} where {unit[1]} is read")
        if value := text_at(element, "nc:MeasureDecimalValue"):
            return {low: number(name, value), high: number(name, value)}
        limits = first(element, "nc:MeasureDecimalRange")
        ends = (text_at(limits, f"nc:Range{end}imumDecimalValue") for end in ("Min", "Max"))
        return dict(zip((low, high), (number(name, each) if each else None for each in ends), strict=True))

    return Item(put, take)


def _range(least: Decimal | None, most: Decimal | None) -> Element:
    ends = (("Min", least), ("Max", most))
    return made(
        "nc:MeasureDecimalRange",
        *(made(f"nc:Range{end}imumDecimalValue", text=plain(value)) for end, value in ends if value is not None),
    )


def plain(value: Decimal) -> str:
    """Return a number without exponent and trailing zeros."""
    return f"{Decimal(value).normalize():f}"


def number(name: str, said: str) -> Decimal:
    """Return a finite number. Raises Unreadable."""
    try:
        value = Decimal(said.strip())
    except InvalidOperation:
        raise Unreadable(name, f"{said[:40]!r} is no number") from None
    if not value.is_finite() or abs(value) > 100_000:
        raise Unreadable(name, f"{said[:40]!r} is no number people measure")
    return value


def written(items: Iterable[Item], values: Values) -> list[Element]:
    """Return the elements of all items, in their order."""
    return [element for item in items for element in item.put(values)]


def read(items: Iterable[Item], parent: Element) -> dict[str, Any]:
    """Return the fields of all items."""
    return {name: value for item in items for name, value in item.take(parent).items()}


def below(parent: Element, name: str) -> list[Element]:
    """Return the children called `name`."""
    return list(found(parent, name))
