"""Blocking rules: which keys two records must have in common to be compared at all.

Each rule forgives what the others need: a changed family name, a birth date with one part wrong, a new telephone. A
rule lists features with a kind of key each, and is used where the profile has all its features.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from manumit.linkage.profile import Profile

MOST = 60
"""A key that more records share says too little: pairs of its records must meet under another rule."""


@dataclass(frozen=True)
class Rule:
    """Keys that must all be shared: feature and kind of key.

    `either_way` lets given and family names change places. `most` is how many records may share its keys, where that
    is fewer than the run allows.
    """

    keys: tuple[tuple[str, str], ...]
    either_way: bool = False
    most: int = 0

    @property
    def features(self) -> tuple[str, ...]:
        """The features whose keys it needs."""
        return tuple(feature for feature, _ in self.keys)


def rule(either_way: bool = False, most: int = 0, **keys: str) -> Rule:
    """Return the rule of features with a kind of key each."""
    return Rule(tuple(keys.items()), either_way, most)


LOOSE = 12
"""How many records may share the keys of a loose rule when all meet all: such keys pair strangers mostly, and the more
so the more records share one. From 60 to 12 halves the pairs of a million records and loses one true pair in 200."""

PEOPLE = (
    rule(phone="telephone"),
    rule(given="called", birth="day"),
    rule(given="sound", birth="day"),
    rule(family="sound", birth="day"),
    rule(birth="day", place="town"),
    rule(given="called", family="sound", most=LOOSE),
    rule(given="called", family="start", birth="year"),
    rule(given="called", family="start", place="town"),
    rule(given="called", family="initial", birth="anniversary"),
    rule(family="itself", birth="anniversary", most=LOOSE),
    rule(family="sound", place="town", most=LOOSE),
    rule(given="called", birth="year", place="town"),
    rule(given="initial", family="sound", birth="year", most=LOOSE),
    rule(given="sound", family="sound", either_way=True, most=LOOSE),
)
NEW_PEOPLE = (
    rule(phone="telephone"),
    rule(birth="day"),
    rule(given="called", birth="year"),
    rule(given="sound", birth="year"),
    rule(family="sound", birth="year"),
    rule(family="start", birth="year"),
    rule(given="called", birth="anniversary"),
    rule(family="sound", birth="anniversary"),
    rule(family="start", birth="anniversary"),
    rule(given="called", place="town"),
    rule(family="sound", place="town"),
    rule(family="start", place="town"),
    rule(given="called", family="sound"),
    rule(given="called", family="start"),
    rule(given="initial", family="sound"),
    rule(given="sound", family="sound", either_way=True),
)
"""Rules for few new records that meet many: looser, since few pairs come of them."""

THINGS = (
    rule(plate="plate"),
    rule(vin="ending"),
    rule(document="itself"),
    rule(account="itself"),
)
RULES, NEW_RULES = (*PEOPLE, *THINGS), (*NEW_PEOPLE, *THINGS)

LEARNING = (
    rule(given="itself", family="itself"),
    rule(given="itself", birth="date"),
    rule(family="itself", birth="date"),
    rule(birth="date", place="itself"),
    rule(phone="telephone"),
    rule(document="itself"),
    rule(account="itself"),
    rule(plate="itself"),
    rule(vin="itself"),
)
"""Rules that choose pairs for training by equal values; nothing is learned of a rule's own keys."""


@dataclass(frozen=True)
class Rules:
    """Rules of one run: for candidates, how many records may share a key, and for training; empty for the profile's."""

    blocking: tuple[Rule, ...] = ()
    most: int = MOST
    learning: tuple[Rule, ...] = ()


DEFAULT = Rules()

CONTACT = (rule(phone="telephone"), rule(account="itself"))
PER_PROFILE: Mapping[str, tuple[Rule, ...]] = {"contact": CONTACT}
"""Profiles with rules of their own; all others take those of the lists above whose features they have."""


def learning_rules(profile: Profile) -> tuple[Rule, ...]:
    """Return the rules by which a profile's training pairs are chosen.

    None for profiles without names and numbers: no key is sure enough there for matches to stand out among the pairs
    that share it, and what is learned then is no match (see `train`).
    """
    names = {feature.name for feature in profile.features}
    return tuple(rule for rule in LEARNING if names.issuperset(rule.features))


def rules_of(profile: Profile, new: bool = False) -> tuple[Rule, ...]:
    """Return the rules of a profile, for all records with all or for few `new` ones with many.

    Raises ValueError where it has none: records of such a profile are searched for in its index.
    """
    names = {feature.name for feature in profile.features}
    listed = PER_PROFILE.get(profile.name, NEW_RULES if new else RULES)
    found = tuple(rule for rule in listed if names.issuperset(rule.features))
    if not found:
        raise ValueError(f"the profile {profile.name} has no blocking rule: search its index instead")
    return found
