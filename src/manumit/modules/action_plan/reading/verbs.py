"""The verbs commitments are made with (`rules/verbs.csv`), in all their shapes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from .rules import table, words_in
from .words import BE_PAST, BE_PRESENT, DETERMINERS, HAVE, PREPOSITIONS, Word, lower_at

VOWELS: Final = "aeiou"
DOUBLING: Final = frozenset(
    {"run", "set", "plan", "map", "ban", "equip", "embed", "submit", "refer", "transfer", "debar"}
    | {"bar", "trim", "flag", "commit", "cap", "log", "tag", "cut", "put", "reset"}
)
UNVERBED: Final = frozenset({"not", "have", "the", "need", "never", "likely", "all", "each", "both", "only"})
NOUN_NEIGHBOURS: Final = frozenset(words_in("noun_neighbours"))
WITH_PREPOSITION: Final = frozenset(words_in("with_preposition"))


class Shape(StrEnum):
    """The shape of a verb as it stands in the sentence."""

    BASE = "launch"
    THIRD = "launches"
    PAST = "launched"
    PARTICIPLE = "has launched"
    DOING = "launching"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb; its `weight` is strong (a deed that can be checked), fair, light (the deed follows) or none (no deed)."""

    lemma: str
    weight: str
    reads_as_noun: bool

    @property
    def is_light(self) -> bool:
        """Say whether the deed stands behind it: continue to, work to."""
        return self.weight == "light"


def verb_as(words: list[Word], at: int, shape: Shape) -> Verb | None:
    """Return the verb at `at` if it is one in this shape."""
    return _lexicon().get(lower_at(words, at), {}).get(shape)


def unlisted(words: list[Word], at: int) -> Verb | None:
    """Return a verb no table lists, which must be one by its place behind `will`: fair, for nothing is known of it."""
    word = lower_at(words, at)
    is_word = (
        word.isalpha()
        and len(word) > 2
        and word not in _lexicon()
        and word not in UNVERBED
        and not words[at].is_capital
    )
    return Verb(word, "fair", False) if is_word else None


def surely_verb(words: list[Word], at: int, verb: Verb) -> bool:
    """Say whether a word that may be a noun as well (award, support) is a verb here, by what follows it."""
    following = lower_at(words, at + 1)
    if following in BE_PRESENT | BE_PAST | HAVE:
        return False
    if not verb.reads_as_noun or words[at].lower.endswith(("ed", "ing")):
        return following not in {"of"} or verb.lemma in WITH_PREPOSITION
    if following in DETERMINERS or following[:1] in {"$"} or following[:1].isdigit():
        return True
    if following in PREPOSITIONS:
        return verb.lemma in WITH_PREPOSITION and following in {"with", "to", "on", "for", "in"}
    return bool(following) and following[0].isalpha() and following not in NOUN_NEIGHBOURS | {"and", "or"}


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, dict[Shape, Verb]]:
    shapes: dict[str, dict[Shape, Verb]] = defaultdict(dict)
    for row in table("verbs"):
        verb = Verb(row["verb"], row["weight"], row["reads_as_noun"] == "yes")
        past = row["past"] or _past(verb.lemma)
        forms = (verb.lemma, _third(verb.lemma), past, row["participle"] or past, _doing(verb.lemma))
        for shape, form in zip(Shape, forms, strict=True):
            shapes[form][shape] = verb
            for spelling in _british(verb.lemma, form):
                shapes[spelling][shape] = verb
    return shapes


def _british(lemma: str, form: str) -> tuple[str, ...]:
    """Return how the form is spelt in Britain: `organise`, `modelling`."""
    double = form.replace("ling", "lling").replace("led", "lled") if lemma.endswith(("el", "al")) else form
    return form.replace("ize", "ise").replace("izi", "isi"), double


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    return lemma[:-1] + "ies" if _ends_in_consonant_y(lemma) else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _doing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in DOUBLING else lemma


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in VOWELS
