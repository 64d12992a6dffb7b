"""Profiles: which features two records of a kind are compared by, and what is known of them before training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from manumit.linkage.comparison import Comparison

Chances = Mapping[str, tuple[float, float]]
"""Level name: per cent of pairs at that level, among pairs that match and among pairs that do not."""


@dataclass(frozen=True)
class Feature:
    """One line of a profile.

    `fields` are the record's fields it reads. `part` is set for the two features that compare `names` together.
    `starting` gives the chances of each level before training. Weights never fall below `lowest` millibits: race is
    held at 0, so that it never weighs against. `sensitive` names what policy may switch off. `counted` says that
    values have frequencies, so that a rare one says more.
    """

    name: str
    fields: tuple[str, ...]
    comparison: Comparison
    starting: Chances
    part: str = ""
    lowest: int = -8_000
    highest: int = 20_000
    sensitive: str = ""
    counted: bool = False


@dataclass(frozen=True)
class Profile:
    """A kind of comparison: `features` in the order of the columns of level codes.

    `prior` is the log2 odds, in millibits, that a pair taken at random matches. `validated` is False where no
    evaluation on real pairs exists: results are ranked, and no probability may ever be shown.
    """

    name: str
    title: str
    features: tuple[Feature, ...]
    prior: int = -20_000
    validated: bool = True

    def feature(self, name: str) -> Feature:
        """Return the feature called `name`. Raises KeyError."""
        return self.features[self.place(name)]

    def place(self, name: str) -> int:
        """Return the column of the feature called `name`. Raises KeyError."""
        for place, feature in enumerate(self.features):
            if feature.name == name:
                return place
        raise KeyError(f"the profile {self.name} has no feature {name!r}")

    @property
    def plain(self) -> tuple[Feature, ...]:
        """The features that read their own field: all but the parts of names."""
        return tuple(feature for feature in self.features if not feature.part)

    @property
    def named(self) -> bool:
        """True where records of the profile have names."""
        return any(feature.part for feature in self.features)
