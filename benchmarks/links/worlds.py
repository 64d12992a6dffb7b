"""The two worlds that are asked of: people as varied as those of `persons`, and the cases of the sample data.

The sample has 4,402 family names, all as common, and ages for births, so that of a million very many are alike: harder
than the world is. `persons` has names as often as they are borne; its questions are second accounts of people who are
there, spoilt as that world spoils them, and its weights are learned without labels from other people made the same way.
"""

import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.linkage.ours import model_of
from benchmarks.linkage.readings import READINGS
from benchmarks.linkage.worlds import persons
from benchmarks.linkage.worlds.spoiling import spoil
from benchmarks.web import world
from manumit.linkage import Model
from manumit.modules.cases.models import Case, CasePerson
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import indexing
from manumit.spine.matching.keys import Key
from manumit.spine.matching.linkable import linkables
from manumit.spine.matching.reading import held
from manumit.spine.matching.sight import visible

from . import people

LEARNED_FROM = 100_000
"""Records of `persons` to deduplicate, from which its weights are learned; of a seed of their own."""
LEARNING_SEED = 11
LETTERS = 26
KNOWN = ("birth", "sex", "height", "places")


@dataclass(frozen=True, slots=True)
class Told:
    """A description as somebody asks it, and who it is; None where that was not kept."""

    facts: dict[str, Any]
    truth: Key | None = None


@dataclass(frozen=True, slots=True)
class LinkWorld:
    """How a world is filled, what weights its people are compared by, and what is asked by whom."""

    fill: Callable[[int], None]
    model: Callable[[int], Model | None]
    told: Callable[[Actor, int], list[Told]]


def _fill_people(cases: int) -> None:
    people.fill([each.actor for each in world.callers()], cases)


def _learned(cases: int) -> Model:
    """Return the weights of `persons`, learned from as many records as there are cases, `LEARNED_FROM` at most."""
    with tempfile.TemporaryDirectory(prefix="manumit-learned-") as folder:
        place = Path(folder) / "persons"
        persons.make(place, min(max(cases, 2_000), LEARNED_FROM), 1, LEARNING_SEED)
        return model_of(place, READINGS["persons"])


def _second_accounts(actor: Actor, asked: int) -> list[Told]:
    """Return second accounts of people whom the asker may read whole: who else there is, nobody could find."""
    missing = next(each for each in linkables() if (each.name, each.kind) == ("missing_person", "case"))
    chance = random.Random(3)
    some = _some(visible(actor, missing).tolist(), asked, chance)
    cases = Case.unscoped.in_bulk(some)
    found = {person.case_id: person for person in CasePerson.unscoped.filter(case__in=some, role="missing")}
    told = []
    for case_id in some:
        if case_id in found:
            row = people.row_of(found[case_id], cases[case_id])
            spoil(row, persons.SPOILS, chance)
            told.append(Told(people.facts_of(row), Key("missing_person", "case", case_id, found[case_id].pk)))
    return told[:asked]


def _some(ids: Sequence[int], asked: int, chance: random.Random) -> list[int]:
    """Return enough ids for as many missing people: one in nine is a case of remains."""
    return chance.sample(list(ids), min(len(ids), 2 * asked))


def _sample_told(_: Actor, asked: int) -> list[Told]:
    """Return what is known of some missing people, as somebody might tell it: a letter off, the age alone."""
    chance = random.Random(3)
    ids = indexing.record_ids("case")
    chance.shuffle(ids)
    told: list[Told] = []
    for key, thing in held("case", ids[: 8 * asked]):
        if key.name == "missing_person" and thing.facts.get("names"):
            told.append(Told(_a_letter_off(dict(thing.facts), chance)))
    return told[:asked]


def _a_letter_off(facts: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    name = dict(facts["names"][0])
    family = name.get("family", "")
    place = chance.randrange(len(family)) if family else 0
    name["family"] = family[:place] + chr(97 + chance.randrange(LETTERS)) + family[place + 1 :]
    return {"names": [name], **{field: facts[field] for field in KNOWN if facts.get(field)}}


WORLDS = {
    "persons": LinkWorld(_fill_people, _learned, _second_accounts),
    "sample": LinkWorld(world.fill, lambda _: None, _sample_told),
}
"""The worlds by name."""
