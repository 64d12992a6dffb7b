"""The programs that are killed: `python -m tests.faults.matching.victims work|batch|build|train SEED`.

Each says `ready` once it begins; who works says each case whose change was acknowledged.
"""

import sys
from collections.abc import Callable
from itertools import count
from random import Random
from typing import Any

from manumit.project.command import surroundings
from manumit.project.command.saying import say

PROFILE = "contact"
NUMBERS = tuple(f"406 555 01{place:02}" for place in range(5))
SAID = {"source": "Drill"}


def work(seed: int) -> None:
    """Open cases with telephones that others have too, change some, and look for their links as the worker does."""
    from manumit.modules.links.jobs import find_links

    actor, chance = _actor(), Random(seed)
    say("ready")
    for step in count():
        changed = _withdrawn(actor, chance) if step % 4 == 3 else _opened(actor, chance)
        say(str(changed))
        find_links(kind="case", ids=[changed])


def batch(_seed: int) -> None:
    """Look at everything, again and again; broken off, it goes on."""
    from manumit.modules.links.batching import look_at_all

    say("ready")
    while True:
        look_at_all(PROFILE)


def build(_seed: int) -> None:
    """Build the index anew, again and again."""
    from manumit.spine.matching import indexing

    say("ready")
    while True:
        indexing.build(PROFILE)


def train(_seed: int) -> None:
    """Learn the weights and build the index under them, as the command does."""
    from manumit.spine.matching import indexing, weights
    from manumit.spine.matching.learning import learned

    say("ready")
    while True:
        model, _, _ = learned(PROFILE, weights.current(PROFILE))
        indexing.build(PROFILE, model)


def _actor() -> Any:
    from manumit.project.demonstration import people

    return people.actors(people.engage())[0]


def _opened(actor: Any, chance: Random) -> int:
    from django.db import transaction

    from manumit.modules.cases.actions.add_part import add_part
    from manumit.modules.cases.actions.open_case import Report, open_case

    facts = {"case_type": "homicide", "last_seen_precision": "unknown", "last_seen_state": "MT"}
    with transaction.atomic():
        case = open_case(actor, Report(facts, source="Drill", people=[{"role": "victim", "family_name": "Drill"}]))
        add_part(actor, case, "phones", {"use": "called", "number": chance.choice(NUMBERS)}, **SAID)
    return int(case.pk)


def _withdrawn(actor: Any, chance: Random) -> int:
    from manumit.modules.cases.actions.withdraw_part import withdraw_part
    from manumit.modules.cases.models import Phone

    phones = Phone.objects.visible_to(actor).filter(withdrawn_at=None).select_related("case").order_by("pk")
    phone = chance.choice(list(phones))
    withdraw_part(actor, phone, expected_version=phone.case.version, reason="Entered in error")
    return int(phone.case_id)


VICTIMS: dict[str, Callable[[int], None]] = {"work": work, "batch": batch, "build": build, "train": train}

if __name__ == "__main__":
    with surroundings.Surroundings("database", untouched=False) as place:
        place.start()
        VICTIMS[sys.argv[1]](int(sys.argv[2]))
