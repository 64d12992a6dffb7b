"""A sentence taken apart into deeds: who, which verbs, what. A sentence may hold several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from .agencies import Mention
from .chains import links
from .forms import Form, Group
from .groups import CALLS, INCLUDE, SAYING, URGING, groups, opening
from .listing import headline
from .objects import STOPS, TOLD, is_counted, object_of, says_nothing
from .particulars import MONTHS
from .standing import NOBODY, Doer, How, Standing
from .subjects import doer
from .verbs import Shape, Verb
from .words import (
    CONJUNCTIONS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATE,
    Word,
    is_adverb,
    lower_at,
)

SUBJECT_ENDS: Final = frozenset(
    {"while", "whereas", "but", "that", "so", "because", "as", "which", "who", "when", "if", "why"} | URGING
)
ITSELF: Final = frozenset({"plan", "strategy", "report", "document", "page", "matrix", "statement", "paper"})
"""How a text calls itself: how it came about is no deed."""

AGENT_ENDS: Final = frozenset({",", ".", "to", "in", "this", "next", "each", "every", "within", "before"})
WITH_UP: Final = frozenset({"set", "build", "scale", "step", "open", "stand", "ramp"})
FINITE: Final = frozenset({"will", "plans to", "committed to", "is doing", "has done", "did", "continues"})
TELLS: Final = 20
"""Words within which a sentence says whose words it tells."""

LABEL: Final = 8
"""Words a label may have: `Priority Action 1.1.1:`."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: its form, its verbs (several where they share an object), who does it, and places in the text.

    From `start` to `end` goes what is to be highlighted, from `object_start` to `object_end` its object, and up to
    `extent` all that is said of it.
    """

    form: Form
    verbs: tuple[Verb, ...]
    doer: Doer
    start: int
    end: int
    object_start: int
    object_end: int
    extent: int

    @property
    def has_object(self) -> bool:
        """Say whether something follows the verb."""
        return self.object_end > self.object_start


def deeds(words: list[Word], named: Sequence[Mention], standing: Standing, *, listed: bool) -> Iterator[Deed]:
    """Yield the deeds of a sentence; `listed` lets it begin with its verb, as list items do.

    Moves `standing.current` on to each agency that acts by name.
    """
    found = [group for group in groups(words) if not _in_name(words[group.verb], named)]
    found = [*headline(words, named, found, asked=standing.asked), *found]
    if speaker := _speaker(words, named):
        standing.speak(speaker.agency)
    standing.teller = _teller(words, named, standing)
    if standing.teller:
        standing.speak(*standing.teller)
    if listed and (first := opening(words, _after_label(words))) and not _only_opens(words, first, found, named):
        found = [first, *(each for each in found if each.first > first.verb)]
    said, last = 0, NOBODY
    for place, group in enumerate(found):
        within = group.form.name == "includes doing" and group.first == said
        carries_on = within or (
            said and group.form.name not in {"did", "does"} and _carries_on(words, said, group.first)
        )
        if lower_at(words, group.after) == "that" and group.deed.lemma in TOLD:
            continue
        if lower_at(words, group.after) in INCLUDE and group.form.name != "includes doing":
            said, last = group.after, _who(words, named, standing, group, said)
            continue
        who = last if carries_on else _who(words, named, standing, group, said)
        if not _stands(words, group, who) or (standing.outside and group.form.name == "does"):
            continue
        last = who
        if who.how is How.NAMED:
            standing.speak(*who.agencies)
        said = group.after
        yield from _chained(words, group, who, _limit(words, found, place))


def _in_name(word: Word, named: Sequence[Mention]) -> bool:
    """Say whether a word is part of an agency's name: `Royal Canadian Mounted Police`."""
    return word.is_capital and any(each.start <= word.start < each.end for each in named)


def _only_opens(words: list[Word], first: Group, found: list[Group], named: Sequence[Mention]) -> bool:
    """Say whether the item's first deed is a circumstance of one by a named agency: `Starting in May, DOL will`."""
    if first.shape is not Shape.DOING and lower_at(words, first.verb - 1) != "to":
        return False
    commas = [at for at in range(first.after, len(words)) if words[at].lower == ","]
    behind = next((group for group in found if commas and group.first > commas[0] and group.form.name in FINITE), None)
    start = commas[0] + 1 if commas else 0
    begins = any(words[start].start <= each.start < words[start].start + 5 for each in named)
    return bool(behind) and (begins or words[start].lower in {"the", "it", "they", "we"})


def _speaker(words: list[Word], named: Sequence[Mention]) -> Mention | None:
    """Return the agency a sentence begins with, which `it` then means: `DoD officials told us that they will`."""
    told = 2 if [word.lower for word in words[:2]] == ["according", "to"] else 0
    begins = words[: told + (2 if lower_at(words, told) == "the" else 1)]
    first = named[0] if named and begins and named[0].start <= begins[-1].start else None
    after = next((word for word in words if first and word.start >= first.end), None)
    return first if after and after.lower not in CONJUNCTIONS | {",", "’s", "’"} else None


def _teller(words: list[Word], named: Sequence[Mention], standing: Standing) -> tuple[str, ...]:
    """Return whose words the sentence tells: `The Department replied that its units will`."""
    says = next((at for at, word in enumerate(words[:TELLS]) if at and word.lower in SAYING), 0)
    return doer(words[:says], named, standing).agencies if says else ()


def _carries_on(words: list[Word], said: int, at: int) -> bool:
    """Say whether the verb group at `at` has the doer of the deed before it: `X, and will pilot it`."""
    here = at - 1
    while here >= said and is_adverb(words[here]):
        here -= 1
    if lower_at(words, here) == ",":
        opens = next((place for place in range(here - 1, said, -1) if words[place].lower == ","), 0)
        here = opens - 1 if opens and words[opens + 1].lower in SUBORDINATE else here
    return here >= said and words[here].lower in CONJUNCTIONS | {";"}


def _after_label(words: list[Word]) -> int:
    """Return the place behind a label such as `DHS:`, or 0."""
    counted = 1 if words and words[0].text[0].isdigit() and not lower_at(words, 1).isdigit() else 0
    return next((at + 1 for at, word in enumerate(words[:LABEL]) if word.lower in {":", "—", "–"}), counted)


def _who(words: list[Word], named: Sequence[Mention], standing: Standing, group: Group, said: int) -> Doer:
    """Return who does the deed of `group`; the words before `said` belong to what was read already."""
    if group.elided or group.form.name.startswith("item"):
        return replace(standing.referred(), how=How.HEADING) if standing.referred().agencies else NOBODY
    if lower_at(words, _before_adverbs(words, group.first)) in RELATIVES:
        return NOBODY
    start = max(said, _clause_start(words, group.first))
    if group.passive:
        return _agent(words, named, standing, group, start)
    if start == said > 0:
        start = _next_clause(words, said, group.first)
    found = doer(words[start : group.first], named, standing)
    plain = group.form.name in {"did", "does"} and said
    return found if found.how is How.NAMED or not plain else NOBODY


def _next_clause(words: list[Word], said: int, at: int) -> int:
    """Return where a new main clause begins between a deed read already and the verb group at `at`."""
    joints = [here for here in range(said, at - 1) if words[here].lower in {"and", ",", "but"}]
    return joints[-1] + 1 if joints else at


def _before_adverbs(words: list[Word], at: int) -> int:
    at -= 1
    while at > 0 and is_adverb(words[at]):
        at -= 1
    return at


def _clause_start(words: list[Word], at: int) -> int:
    """Return where the clause of the verb group at `at` begins."""
    for place in range(at - 1, 0, -1):
        word = words[place].lower
        if word in STOPS | SUBJECT_ENDS and place < at - 1 and word not in {"as", "when", "if"}:
            return place + 1
        if word in {"on", "upon"} and lower_at(words, place - 1) in CALLS:
            return place + 1
        if word == ":" and place < LABEL:
            return place + 1
    return 0


def _agent(words: list[Word], named: Sequence[Mention], standing: Standing, group: Group, start: int) -> Doer:
    """Who did what is told in the passive: named behind `by`, or heading the section where something new is told."""
    subject = [word.lower for word in words[start : group.first]]
    if subject[:1] == ["no"] or (subject[:1] == ["this"] and subject[-1] in ITSELF):
        return NOBODY
    for at in range(group.after, min(group.after + 20, len(words))):
        if words[at].lower == "by" and not _is_time(words, at + 1):
            end = next((here for here in range(at + 1, len(words)) if words[here].lower in AGENT_ENDS), len(words))
            found = doer(words[at + 1 : end], named, standing)
            return found if found.how in {How.NAMED, How.REFERRED} else NOBODY
    told_before = lower_at(words, start) in {"the", "this", "these", "it", "they", "those"}
    held = group.deed.lemma == "hold" and subject[:1] not in (["a"], ["an"])
    if group.form.name == "will be done" and not told_before and not held:
        which = any(word.lower in RELATIVES for word in words[max(0, start - 1) : group.first])
        return NOBODY if which else standing.referred()
    nobody = not any(word.text[0].isalpha() for word in words[start : group.first])
    if nobody or told_before or not standing.heading or group.deed.weight != "strong":
        return NOBODY
    return Doer(standing.heading, How.HEADING)


def _is_time(words: list[Word], at: int) -> bool:
    """Say whether `by` is followed by a day: `by June 2026`, `by the end of`."""
    first, second = lower_at(words, at), lower_at(words, at + 1)
    return first in MONTHS or first[:1].isdigit() or (first in {"the", "early", "late"} and second in {"end", *MONTHS})


def _stands(words: list[Word], group: Group, who: Doer) -> bool:
    """Say whether form and doer go together."""
    if not who.agencies:
        return False
    if group.form.name == "requires":
        return who.how in {How.GRANTEE, How.NAMED}
    if group.form.name == "urged":
        return who.how is How.NAMED
    if who.how is How.GRANTEE:
        return False
    if group.form.name in {"did", "does", "continues"}:
        return _is_finite(words, group)
    return True


def _is_finite(words: list[Word], group: Group) -> bool:
    """Say whether a past or present form is the verb of its clause, not a participle or a noun."""
    before, behind = lower_at(words, group.first - 1), lower_at(words, group.after)
    if before == "," and not _behind_aside(words, group.first - 1):
        return False
    return before not in PREPOSITIONS | {"to", "the", "a"} | RELATIVES | NEGATIONS and (
        behind not in {"by", "up"} or (behind == "up" and group.deed.lemma in WITH_UP)
    )


def _behind_aside(words: list[Word], comma: int) -> bool:
    """Say whether the comma closes an aside: `The Network, comprising survivors, created`."""
    opens = next((here for here in range(comma - 1, -1, -1) if words[here].lower == ","), -1)
    return opens >= 0


def _limit(words: list[Word], found: list[Group], place: int) -> int:
    """Return where this group's chain must end: before the subject of the next main clause."""
    verb = found[place].verb
    for following in found[place + 1 :]:
        at = following.first
        plain = following.form.name in {"did", "does", "includes doing"}
        if not plain and lower_at(words, _before_adverbs(words, at)) not in RELATIVES:
            joints = (
                here for here in range(at - 1, verb, -1) if words[here].lower in {"and", ",", ";", "while", "but"}
            )
            return next(joints, at)
    return len(words)


def _chained(words: list[Word], group: Group, who: Doer, limit: int) -> Iterator[Deed]:
    chain = list(links(words, group, limit))
    for place, link in enumerate(chain):
        behind = chain[place + 1].first if place + 1 < len(chain) else limit
        start, end = object_of(words, link, behind)
        if (start >= end and not group.passive) or says_nothing(words, link.verbs[-1].lemma, start, end):
            continue
        first = group.first if place == 0 else link.first
        last = words[max(end, link.last + 1) - 1]
        if (
            link.verbs[-1].lemma in {"meet", "visit"}
            and group.form.tense != "promised"
            and not is_counted(words, start, end)
        ):
            continue
        told = words[max(behind, link.last + 1) - 1].end
        yield Deed(group.form, link.verbs, who, words[first].start, last.end, *_span(words, start, end, group), told)


def _span(words: list[Word], start: int, end: int, group: Group) -> tuple[int, int]:
    if group.passive:
        first = _clause_start(words, group.first)
        return words[first].start, words[max(first, group.first - 1)].end
    return words[start].start, words[end - 1].end
