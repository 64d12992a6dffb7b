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
    """Keys that must all be shared: feature and kind of key. `either_way` lets given and family names change places."""

    keys: tuple[tuple[str, str], ...]
    either_way: bool = False

    @property
    def features(self) -> tuple[str, ...]:
        """The features whose keys it needs."""
        return tuple(feature for feature, _ in self.keys)


def _rule(either_way: bool = False, **keys: str) -> Rule:
    return Rule(tuple(keys.items()), either_way)


PEOPLE = (
    _rule(phone="telephone"),
    _rule(given="called", birth="day"),
    _rule(given="sound", birth="day"),
    _rule(family="sound", birth="day"),
    _rule(birth="day", place="town"),
    _rule(given="called", family="sound"),
    _rule(given="called", family="sound", birth="year"),
    _rule(given="called", family="sound", place="town"),
    _rule(given="called", family="start", birth="year"),
    _rule(given="called", family="start", place="town"),
    _rule(given="called", family="initial", birth="anniversary"),
    _rule(family="itself", birth="anniversary"),
    _rule(family="sound", place="town"),
    _rule(given="called", birth="year", place="town"),
    _rule(given="initial", family="sound", birth="year"),
    _rule(given="initial", family="sound", place="town"),
    _rule(given="sound", family="sound", either_way=True),
    _rule(given="sound", family="sound", birth="year", either_way=True),
    _rule(given="sound", family="sound", place="town", either_way=True),
)
NEW_PEOPLE = (
    _rule(phone="telephone"),
    _rule(birth="day"),
    _rule(given="called", birth="year"),
    _rule(given="sound", birth="year"),
    _rule(family="sound", birth="year"),
    _rule(family="start", birth="year"),
    _rule(given="called", birth="anniversary"),
    _rule(family="sound", birth="anniversary"),
    _rule(family="start", birth="anniversary"),
    _rule(given="called", place="town"),
    _rule(family="sound", place="town"),
    _rule(family="start", place="town"),
    _rule(given="called", family="sound"),
    _rule(given="called", family="start"),
    _rule(given="initial", family="sound"),
    _rule(given="sound", family="sound", either_way=True),
)
"""Rules for few new records that meet many: looser, since few pairs come of them."""

THINGS = (
    _rule(plate="plate"),
    _rule(vin="ending"),
    _rule(document="itself"),
    _rule(account="itself"),
)
RULES, NEW_RULES = (*PEOPLE, *THINGS), (*NEW_PEOPLE, *THINGS)

LEARNING = (
    _rule(given="itself", family="itself"),
    _rule(given="itself", birth="date"),
    _rule(family="itself", birth="date"),
    _rule(birth="date", place="itself"),
    _rule(phone="telephone"),
    _rule(document="itself"),
    _rule(account="itself"),
    _rule(plate="itself"),
    _rule(vin="itself"),
)
"""Rules that choose pairs for training by equal values; nothing is learned of a rule's own keys."""

CONTACT = (_rule(phone="telephone"), _rule(account="itself"))
PER_PROFILE: Mapping[str, tuple[Rule, ...]] = {"contact": CONTACT}
"""Profiles with rules of their own; all others take those of the lists above whose features they have."""


def learning_rules(profile: Profile) -> tuple[Rule, ...]:
    """Return the rules by which a profile's training pairs are chosen, perhaps none."""
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
