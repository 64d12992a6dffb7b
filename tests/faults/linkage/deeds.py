"""What the index's writer does, step by step, always the same; and what the index must hold after each step."""

import random
from collections.abc import Iterator
from typing import Any

Record = dict[str, list[Any]]
GIVEN = ("Robin", "Alex", "Maria", "Jo", "Kim", "Dana", "Lee", "Noor", "Ivan", "Rosa", "Tess", "Omar")
FAMILY = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gum", "Hazel", "Ivy", "Juniper", "Kauri", "Larch")
AT_ONCE = 30
"""Records that a step which loads brings."""
BETWEEN_COMPACTIONS = 53


def record(number: int, version: int = 0) -> Record:
    """Return the record of a number: an invented person, another for each version."""
    chance = random.Random(number * 1_000_003 + version)
    given, family = (chance.choice(names) + chance.choice("aeiou") for names in (GIVEN, FAMILY))
    birth = f"{chance.randint(1950, 2010)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    phones = [f"505555{chance.randint(0, 9999):04}"] if chance.random() < 0.5 else []
    return {
        "names": [{"given": given, "family": family}],
        "birth": [birth],
        "sex": [chance.choice("FM")],
        "phones": phones,
    }


def changes(step: int) -> dict[str, Record | None]:
    """Return what a step puts into the index or (None) removes from it, by id."""
    kind = step % 10
    if kind == 9:
        return {f"many-{step}-{place}": record(step, place) for place in range(AT_ONCE)}
    if kind == 8:
        return {f"one-{step // 2}": None}
    if kind == 7:
        return {f"one-{step - 5}": record(step - 5, step)}
    return {f"one-{step}": record(step)}


def after(steps: int) -> dict[str, Record]:
    """Return all records there are after so many steps."""
    held: dict[str, Record] = {}
    for step in range(steps):
        for id_, found in changes(step).items():
            held.pop(id_, None)
            if found is not None:
                held[id_] = found
    return held


def people(count: int) -> Iterator[dict[str, Any]]:
    """Yield flat rows of people, a third of them once more, for a batch and for training."""
    for number in range(count):
        found = record(number % (count * 3 // 4))
        name = found["names"][0]
        yield {
            "id": number,
            "given": name["given"],
            "family": name["family"],
            "birth": found["birth"][0] if number % 7 else found["birth"][0][:7],
            "sex": found["sex"][0],
            "phone": next(iter(found["phones"]), None),
        }
