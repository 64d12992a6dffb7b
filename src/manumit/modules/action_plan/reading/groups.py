"""Verb groups: `will also launch`, `is committed to implementing`, `has designated`, by `rules/forms.csv`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .asides import behind_aside, behind_circumstance
from .forms import Group, forms
from .light_verbs import DOINGS, REACH, deed_of
from .rules import words_in
from .verbs import Shape, Verb, surely_verb, unlisted, verb_as
from .words import BE_PAST, BE_PRESENT, HAVE, NEGATIONS, Word, after_adverbs, is_adverb, lower_at

ATTITUDES: Final = frozenset(words_in("attitudes"))
SET_TO: Final = frozenset(words_in("set_to"))
COMMITTED: Final = frozenset({"committed", "commit", "commits", "dedicated", "committing"})
REMAIN: Final = frozenset({"remain", "remains", "stands", "reaffirmed"})
INCLUDE: Final = frozenset({"include", "includes", "included"})
SAYING: Final = frozenset(words_in("saying"))
UNDERTAKEN: Final = frozenset(words_in("undertaken"))
URGING: Final = frozenset(words_in("urging"))
CALLS: Final = frozenset({"call", "calls", "called", "calling"})
RECOMMENDATIONS: Final = frozenset({"recommendation", "recommendations"})
NOUNS_IN_ING: Final = frozenset(words_in("nouns_in_ing"))
BEHIND_NOUNS: Final = frozenset({"for", "of", "on", "and", "to", "is", "was", "will", "in"})
AWAITING: Final = frozenset({"anticipates", "anticipate", "expects", "expect", "anticipated", "plans"})
NEEDS: Final = frozenset({"needs", "need"})
WHO_NEEDS: Final = frozenset({"it", "they", "agency", "agencies", "also"})
OPENS: Final = 5
"""Words before the `That` of a recommendation that are its label."""

SURELY: Final = frozenset({"will", "should", "requires", "plans to"})
"""Forms behind which any word is a verb, listed or not."""


NEAR: Final = 7
"""Words between them and `including`."""


def groups(words: list[Word]) -> list[Group]:
    """Return the verb groups of a sentence from left to right, those in relative clauses too."""
    found: list[Group] = []
    for at in range(len(words)):
        if found and at <= found[-1].verb:
            continue
        if group := _group_at(words, at):
            found.append(group)
    return found


def opening(words: list[Word], at: int = 0) -> Group | None:
    """Return the deed a list item begins with: `Launch`, `Launching`, `Launched`."""
    at = behind_circumstance(words, after_adverbs(words, at))
    if lower_at(words, at) == "to" and verb_as(words, at + 1, Shape.BASE):
        at += 1
    names = {Shape.DOING: "item: doing", Shape.PAST: "item: did", Shape.PARTICIPLE: "item: did", Shape.BASE: "item: do"}
    for shape, name in names.items():
        verb = verb_as(words, at, shape)
        sure = verb and verb.weight != "none" and (surely_verb(words, at, verb) or verb.is_light)
        if verb and sure and not _noun_in_ing(words, at):
            return deed_of(words, Group(forms()[name], at, at, shape, verb))
    group = _group_at(words, at) if at < len(words) else None
    return replace(group, elided=True) if group and group.form.name not in {"did", "does", "was done"} else None


def _noun_in_ing(words: list[Word], at: int) -> bool:
    return words[at].lower in NOUNS_IN_ING and lower_at(words, at + 1) in BEHIND_NOUNS


def _group_at(words: list[Word], at: int) -> Group | None:
    for rule in (_will, _would, _should, _must, _urged, _attitude, _committed, _include, _be, _have, _finite):
        if (group := rule(words, at)) and group.deed.weight != "none":
            return group
    return None


def _will(words: list[Word], at: int) -> Group | None:
    verb = after_adverbs(words, at + 1)
    if words[at].lower not in {"will", "shall", "’ll"} or lower_at(words, verb) in NEGATIONS:
        return None
    if lower_at(words, verb) == "have":
        return _with(words, "will", at, after_adverbs(words, verb + 1), Shape.PARTICIPLE)
    if lower_at(words, verb) == "be":
        group = _after_be(words, at, verb + 1, "will")
        return replace(group, form=forms()["will be done"]) if group and group.passive else group
    if lower_at(words, verb) in ATTITUDES | {"commit"} and lower_at(words, verb + 1) == "to":
        return _with(words, "will", at, after_adverbs(words, verb + 2), Shape.BASE)
    if lower_at(words, verb) == "include" and verb_as(words, verb + 1, Shape.DOING):
        return _with(words, "includes doing", at, verb + 1, Shape.DOING)
    return _with(words, "will", at, verb, Shape.BASE)


def _after_be(words: list[Word], first: int, at: int, name: str) -> Group | None:
    at = after_adverbs(words, at)
    if lower_at(words, at) == "made" and lower_at(words, at + 1) == "available":
        return Group(forms()["was done"], first, at, Shape.PARTICIPLE, Verb("make", "strong", False), passive=True)
    if verb_as(words, at, Shape.DOING):
        return _with(words, name, first, at, Shape.DOING)
    return _passive(words, first, at)


def _would(words: list[Word], at: int) -> Group | None:
    """`DoD stated that it would revise`: a promise told by another; without `stated` it is no promise."""
    told = any(word.lower in SAYING for word in words[:at])
    return (
        _with(words, "would", at, after_adverbs(words, at + 1), Shape.BASE)
        if told and _is(words, at, "would")
        else None
    )


def _should(words: list[Word], at: int) -> Group | None:
    """`HHS should fund`, `DOL ought to pay`: what somebody else asks of an agency."""
    needs = lower_at(words, at) in NEEDS and (words[at - 1].is_capital or lower_at(words, at - 1) in WHO_NEEDS)
    to = 1 if (needs or _is(words, at, "ought")) and _is(words, at + 1, "to") else 0
    if not (to or _is(words, at, "should")):
        return None
    verb = after_adverbs(words, at + 1 + to)
    return None if lower_at(words, verb) in NEGATIONS else _with(words, "should", at, verb, Shape.BASE)


def _urged(words: list[Word], at: int) -> Group | None:
    """`urges DOJ to create`, `directed the Department to review`, `recommends that HHS fund`."""
    if words[at].lower in BE_PRESENT | BE_PAST | {"been", "be"} and lower_at(words, at + 1) in URGING:
        return _with(words, "urged", at, after_adverbs(words, at + 3), Shape.BASE) if _is(words, at + 2, "to") else None
    before = {word.lower for word in words[max(0, at - REACH) : at]}
    calls = any(words[here].lower in {"on", "upon"} and lower_at(words, here - 1) in CALLS for here in range(at))
    if not before & URGING and not calls:
        return (_that(words, at) if before & RECOMMENDATIONS else None) or _asked(words, at)
    if _is(words, at, "to") and lower_at(words, at - 1) not in URGING:
        return _with(words, "urged", at, after_adverbs(words, at + 1), Shape.BASE)
    return _that(words, at)


def _that(words: list[Word], at: int) -> Group | None:
    """`recommends that HHS fund`: the verb right behind the one it is asked of."""
    that = any(word.lower == "that" for word in words[max(0, at - REACH) : at])
    that = that or any(word.lower.startswith("recommend") for word in words[max(0, at - REACH) : at - 1])
    named = words[at - 1].is_capital and not words[at].is_capital
    return _with(words, "urged", at, at, Shape.BASE) if that and named else None


def _is(words: list[Word], at: int, word: str) -> bool:
    return lower_at(words, at) == word


def _must(words: list[Word], at: int) -> Group | None:
    if words[at].lower == "must":
        return _with(words, "requires", at, after_adverbs(words, at + 1), Shape.BASE)
    required = [lower_at(words, at + step) for step in range(3)]
    if required[0] in BE_PRESENT | {"be"} and required[1:] == ["required", "to"]:
        return _with(words, "requires", at, at + 3, Shape.BASE)
    return None


def _asked(words: list[Word], at: int) -> Group | None:
    """`Recommendation 7: That HHS double`: what is asked, without who asks."""
    opens = next((place for place, word in enumerate(words[:OPENS]) if word.text == "That"), None)
    if opens is None or (opens and words[opens - 1].lower not in {":", ".", "—", "–"}):
        return None
    before = at - 1
    while before > opens and is_adverb(words[before]):
        before -= 1
    if before <= opens or not words[before].is_capital:
        return None
    return _with(words, "urged", at, at, Shape.BASE)


def _attitude(words: list[Word], at: int) -> Group | None:
    to = at + 1
    if words[at].lower in BE_PRESENT:
        to = after_adverbs(words, at + 1) + 1
        if lower_at(words, to - 1) == "to" and words[at - 1].is_capital:
            return _with(words, "plans to", at, after_adverbs(words, to), Shape.BASE)
        if lower_at(words, to - 1) not in SET_TO | ATTITUDES:
            return None
    elif words[at].lower not in ATTITUDES:
        return None
    if words[at].lower in AWAITING and (group := _with(words, "plans to", at, after_adverbs(words, to), Shape.DOING)):
        return group
    if lower_at(words, to) == "on":
        return _with(words, "plans to", at, after_adverbs(words, to + 1), Shape.DOING)
    return (
        _with(words, "plans to", at, after_adverbs(words, to + 1), Shape.BASE) if lower_at(words, to) == "to" else None
    )


def _committed(words: list[Word], at: int) -> Group | None:
    """`is committed to implementing`, `commits to fund`, `remains committed to`."""
    here = at
    if words[at].lower in BE_PRESENT | REMAIN | HAVE:
        here = after_adverbs(words, at + 1)
    if lower_at(words, here) not in COMMITTED or lower_at(words, here + 1) != "to":
        return None
    deed = after_adverbs(words, here + 2)
    return _with(words, "committed to", at, deed, Shape.DOING) or _with(words, "committed to", at, deed, Shape.BASE)


def _include(words: list[Word], at: int) -> Group | None:
    if words[at].lower == "including" and any(word.lower in DOINGS for word in words[max(0, at - NEAR) : at]):
        return _with(words, "includes doing", at, at + 1, Shape.DOING)
    if words[at].lower not in INCLUDE:
        return None
    deed = at + 2 if lower_at(words, at + 1) in {":", "—", "–"} else at + 1
    return None if lower_at(words, at - 1) == "to" else _with(words, "includes doing", at, deed, Shape.DOING)


def _be(words: list[Word], at: int) -> Group | None:
    here = after_adverbs(words, at + 1)
    if [lower_at(words, here + step) for step in range(4)] == ["in", "the", "process", "of"]:
        here += 4
    if words[at].lower in BE_PRESENT:
        if lower_at(words, here) == "being":
            return _passive(words, at, after_adverbs(words, here + 1))
        return _with(words, "is doing", at, here, Shape.DOING)
    return _passive(words, at, here) if words[at].lower in BE_PAST else None


def _have(words: list[Word], at: int) -> Group | None:
    if words[at].lower not in HAVE | {"had"}:
        return None
    here = after_adverbs(words, at + 1)
    if lower_at(words, here) == "since":
        here = after_adverbs(words, here + 1)
    if lower_at(words, here) in UNDERTAKEN and lower_at(words, here + 1) == "to":
        return _with(words, "plans to", at, after_adverbs(words, here + 2), Shape.BASE)
    if lower_at(words, here) == "been":
        return _after_be(words, at, here + 1, "is doing")
    return _with(words, "has done", at, here, Shape.PARTICIPLE)


def _passive(words: list[Word], first: int, at: int) -> Group | None:
    verb = verb_as(words, at, Shape.PARTICIPLE)
    return Group(forms()["was done"], first, at, Shape.PARTICIPLE, verb, passive=True) if verb else None


def _finite(words: list[Word], at: int) -> Group | None:
    """A past or present tense; whether it has a subject is seen later."""
    first = at
    while first and is_adverb(words[first - 1]):
        first -= 1
    if verb := verb_as(words, at, Shape.PAST):
        return deed_of(words, Group(forms()["did"], first, at, Shape.PAST, verb))
    if (verb := verb_as(words, at, Shape.THIRD)) and (surely_verb(words, at, verb) or verb.is_light):
        name = "continues" if verb.is_light else "does"
        return deed_of(words, Group(forms()[name], first, at, Shape.THIRD, verb))
    if lower_at(words, at - 1) == "now" and (verb := verb_as(words, at, Shape.BASE)):
        return deed_of(words, Group(forms()["does"], first, at, Shape.BASE, verb))
    if (
        words[at].lower == "continue"
        and lower_at(words, at + 1) == "to"
        and lower_at(words, at - 1) not in {"to", "will"}
    ):
        return deed_of(words, Group(forms()["continues"], first, at, Shape.BASE, Verb("continue", "light", False)))
    return None


def _with(words: list[Word], form: str, first: int, at: int, shape: Shape) -> Group | None:
    at = behind_aside(words, at, shape)
    at += _is(words, at, "each")
    verb = verb_as(words, at, shape) or (unlisted(words, at) if form in SURELY and shape is Shape.BASE else None)
    return deed_of(words, Group(forms()[form], first, at, shape, verb)) if verb else None
