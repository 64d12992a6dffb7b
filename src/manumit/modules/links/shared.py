"""Things that several records have: telephones, accounts, plates, vehicle numbers, places; and which records those are.

Only of what may be matched (rule 7), and only what the asker may read whole: a victim's telephone joins nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import Described, Matched
from manumit.spine.matching.asking import search
from manumit.spine.matching.keys import Key
from manumit.spine.matching.linkable import of_profile
from manumit.spine.matching.question import Question
from manumit.spine.matching.reading import held, things
from manumit.spine.matching.seeing import seen

Thing = tuple[str, str]
"""What sort of thing, and which: ("phone", "+15055550123")."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of shared thing: its name, the field of facts it stands in, and by which questions it is found again."""

    title: Any
    field: str
    asked: tuple[tuple[str, str], ...]


SORTS: Mapping[str, Sort] = {
    "phone": Sort(_("Telephone"), "phones", (("contact", Matched.PHONE),)),
    "account": Sort(_("Account"), "accounts", (("contact", Matched.ACCOUNT),)),
    "plate": Sort(_("Plate"), "plates", (("vehicle", Matched.VEHICLE),)),
    "vin": Sort(_("Vehicle number"), "vins", (("vehicle", Matched.VEHICLE),)),
    "place": Sort(_("Place"), "places", (("person", Matched.MISSING_PERSON), ("remains", Matched.MISSING_PERSON))),
}


@dataclass(frozen=True, slots=True)
class Having:
    """That a record, by kind and number, has a thing: known since the record was opened, from its owner."""

    record: tuple[str, str]
    thing: Thing
    owner: str
    on: date


def things_of(actor: Actor, kind: str, number: str) -> list[Having]:
    """Return the things of a record that the actor may read whole, each once."""
    if kind not in {each.name for each in kinds.all_kinds()}:
        return []
    model: Any = kinds.get(kind).model_class
    if not hasattr(model, "number"):
        return []
    ids = model.objects.visible_to(actor).filter(number=number).values_list("pk", flat=True)
    return _having(actor, dict(held(kind, list(ids))))


def records_with(actor: Actor, thing: Thing, most: int) -> list[Having]:
    """Return up to `most` records that have a thing which the actor may read whole, the best known of first."""
    sort = SORTS[thing[0]]
    facts = {sort.field: [_value(thing)]}
    asked = [Question(profile, name, facts) for profile, name in sort.asked if of_profile(profile)]
    keys = [hit.key for question in asked for hit in search(actor, question, most)]
    return [each for each in _having(actor, things(dict.fromkeys(keys))) if each.thing == thing]


def named(thing: Thing) -> str:
    """Return what people call a thing."""
    return f"{SORTS[thing[0]].title} {thing[1]}"


def _having(actor: Actor, known: Mapping[Key, Described]) -> list[Having]:
    allowed = seen(actor, list(known))
    records = _records(actor, allowed)
    found = [
        Having((key.kind, number), thing, owner, on)
        for key in known if key in allowed and (key.kind, key.record_id) in records
        for number, owner, on in (records[key.kind, key.record_id],)
        for thing in _things(known[key].facts)
    ]  # fmt: skip
    return list(dict.fromkeys(found))


def _records(actor: Actor, keys: Iterable[Key]) -> dict[tuple[str, int], tuple[str, str, date]]:
    wanted: dict[str, set[int]] = {}
    for key in keys:
        wanted.setdefault(key.kind, set()).add(key.record_id)
    found: dict[tuple[str, int], tuple[str, str, date]] = {}
    for kind, ids in wanted.items():
        model: Any = kinds.get(kind).model_class
        for row in model.objects.visible_to(actor).filter(pk__in=ids).select_related("owner"):
            found[kind, row.pk] = row.number, row.owner.name, row.opened_at.date()
    return found


def _things(facts: Mapping[str, Any]) -> Iterator[Thing]:
    for name, sort in SORTS.items():
        for value in facts.get(sort.field, ()):
            if text := _text(name, value):
                yield name, text


def _text(name: str, value: Any) -> str:
    if name == "account":
        return f"{value['platform']}:{value['handle']}".casefold()
    if name == "plate":
        return f"{value['state']} {value['number']}".strip()
    if name == "place":
        return f"{value['city']}, {value['state']}" if value.get("city") and value.get("state") else ""
    return str(value)


def _value(thing: Thing) -> Any:
    name, text = thing
    if name == "account":
        return dict(zip(("platform", "handle"), text.split(":", 1), strict=False))
    if name == "plate":
        return dict(zip(("state", "number"), text.rsplit(" ", 1), strict=False)) if " " in text else text
    if name == "place":
        return dict(zip(("city", "state"), text.rsplit(", ", 1), strict=False))
    return text
