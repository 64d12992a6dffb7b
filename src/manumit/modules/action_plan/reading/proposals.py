"""From a document to proposed commitments, each with its sentence, how sure the reader is, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from . import agencies
from .chapters import Chapter
from .clauses import Deed, deeds
from .document import Block, BlockKind, Document
from .leads import INLINE, LABEL, LEADS, RESPONSIBLE, is_about, leaders_behind, who_leads
from .listing import owner_last, uncounted
from .particulars import amount_in, count_in, due_in
from .pillars import pillar_of
from .proposal import Proposal, weigh
from .rules import words_in
from .sentences import sentences
from .standing import Standing
from .words import words_of

ENOUGH: Final = 50
"""Hundredths: below it a proposal is left out unless asked for."""

OUTSIDERS: Final = frozenset(words_in("outsiders"))
OPENING: Final = 12
"""Words at the beginning of a sentence whose date holds for every deed in it."""

ASIDE: Final = re.compile(r", (?:in|with|through|working|under|subject|together|alongside)\b")
"""Where a lead-in turns to who only helps: `DOJ, in consultation with HHS, will:`."""

ASKING: Final = re.compile(r"\b(?:recommend|urge|ask|request|propose|call)\w*\b.*:$", re.DOTALL | re.IGNORECASE)
"""A lead-in whose items ask: `We recommend that:`."""

LEAD_IN: Final = 60
"""Characters from the beginning of a lead-in within which those it speaks of are named."""

AUDITORS: Final = re.compile(
    r"\bwe (?:are )?(?:recommend|found|audited|reviewed|making|looked at|examined|assessed)"
    r"|\bour (?:audit|review|(?:\w+ )?recommendations?)\b|\bGAO (?:is making|found|recommends)",
    re.I,
)
"""How a text speaks whose authors look at agencies from outside."""

LABEL_REST: Final = 8
"""Characters a label may have beside the names in it."""

TITLE: Final = re.compile(r"[A-Z][a-z-]+ing(?: [^\W\d]+){1,8}\.")
TITLED: Final = 12
"""Characters from the beginning of the sentence behind a title within which its agency is named."""


OF_AN_AGENCY: Final = frozenset(words_in("headings_of_agencies"))
"""Words that beside an agency's name in a heading only say what follows of it."""

CELL_WORDS: Final = 8
"""Words of a name that a cell of the column for who acts may hold."""

NOT_A_NAME: Final = frozenset({"", "all", "tbd", "tbc", "n/a", "na", "none", "various", "to be determined"})


def propose(document: Document, *, enough: int = ENOUGH) -> list[Proposal]:
    """Return what the document commits whom to, in its order, from a confidence of `enough` hundredths up."""
    return [each for each in _Reader(document).read() if each.confidence >= enough]


class _Reader:
    """Goes through a document block by block and keeps in mind under which heading it is and who was spoken of."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._cast = agencies.cast_of(document.text)
        self._standing = Standing(document=self._cast.own, outside=bool(AUDITORS.search(document.text)))
        self._chapter = Chapter(document)
        self._lead: tuple[str, ...] = ()
        self._leads = self._others = False
        self._behind = leaders_behind(document)

    def read(self) -> Iterator[Proposal]:
        for block in self._document.blocks:
            if block.kind is BlockKind.HEADING:
                self._head(block)
            else:
                yield from self._sentences(block)

    def _head(self, block: Block) -> None:
        text = self._document.words_of(block)
        named = self._named(block)
        covered = sum(each.end - each.start for each in named) * 2 >= len(text) - 10 or _is_about(text, named, block)
        opens = None if named and covered else pillar_of(text)
        self._chapter.turn(text, block, opens, names_agencies=bool(named))
        self._standing.heading = tuple(dict.fromkeys(each.agency for each in named)) if covered else ()
        self._standing.current, self._lead, self._leads = (), (), False
        self._standing.asked = bool(ASKING.search(f"{text}:"))
        self._remember(named)

    def _sentences(self, block: Block) -> Iterator[Proposal]:
        text = self._document.words_of(block)
        if block.aside or is_about(text):
            return
        if block.kind is not BlockKind.ITEM:
            self._others = self._standing.asked = False
        if leads := LEADS.match(text):
            if block.start not in self._behind:
                self._standing.heading = self._agencies_in(who_leads(leads["who"]))
            return
        listed = self._begin(block, text)
        if self._others:
            return
        text, named = self._who_leads(block, text)
        listed = listed or named
        for start, end in self._without_title(list(sentences(text, block.start)), listed=listed):
            yield from self._sentence(block, start, end, listed=listed)
            counted = LABEL.fullmatch(self._document.text[start:end])
            listed = bool(counted) or (listed and self._only_names(start, end))
        self._close(block, text)

    def _who_leads(self, block: Block, text: str) -> tuple[str, bool]:
        """Set who is said to lead this block, in it or behind it; return its text without that, and whether it is."""
        inline = INLINE.search(text)
        who = who_leads(inline["who"]) if inline else self._behind.get(block.start, "")
        if not (agencies_named := self._agencies_in(who) if who else ()):
            return text, False
        self._standing.current = agencies_named
        return (text[: inline.start()] if inline else text), True

    def _without_title(self, spans: list[tuple[int, int]], *, listed: bool) -> list[tuple[int, int]]:
        """Leave out the sentence that is an item's title: `Protecting farmworkers. USDA will`."""
        if not listed or len(spans) < 2 or not TITLE.fullmatch(self._document.text[slice(*spans[0])]):
            return spans
        start, end = spans[1]
        return spans[1:] if any(each.start - start < TITLED for each in self._between(start, end)) else spans

    def _begin(self, block: Block, text: str) -> bool:
        """Set who is spoken of as a block begins; say whether its first sentence may begin with its verb."""
        standing = self._standing
        if block.by:
            standing.current = self._agencies_in(block.by)
            return True
        if block.kind is BlockKind.ITEM and self._leads:
            standing.current = self._lead
        elif block.kind is BlockKind.ITEM or (standing.heading and not standing.current):
            standing.current = standing.heading or standing.current
        labelled = self._label(block, text)
        if labelled:
            standing.current = labelled
        return bool(labelled or standing.heading or LABEL.match(text)) or block.kind is BlockKind.ITEM

    def _only_names(self, start: int, end: int) -> bool:
        """Say whether a sentence is a label: `Department of Labor.`"""
        named = self._between(start, end)
        if not named or end - start - sum(each.end - each.start for each in named) > LABEL_REST:
            return False
        self._standing.current = tuple(dict.fromkeys(each.agency for each in named))
        return True

    def _label(self, block: Block, text: str) -> tuple[str, ...]:
        """Return the agencies a block begins with as a label: `Department of Labor (DOL): Published`."""
        label = re.match(r"[^.:;]{2,90}?[:—–]\s", text)
        named = self._between(block.start, block.start + label.end()) if label else []
        covered = sum(each.end - each.start for each in named)
        about = label and _is_about(text[: label.end()], named, block)
        if label and named and (about or covered * 2 >= label.end() - 2):
            return tuple(dict.fromkeys(each.agency for each in named))
        return ()

    def _close(self, block: Block, text: str) -> None:
        if block.kind is not BlockKind.PARAGRAPH:
            return
        self._leads, self._lead = text.endswith(":"), ()
        if self._leads:
            start, end = list(sentences(text, block.start))[-1]
            self._lead = self._begins(start, end) or self._standing.current
            self._others = _of_others(self._document.text[start:end])
            self._standing.asked = bool(ASKING.search(self._document.text[start:end]))

    def _begins(self, start: int, end: int) -> tuple[str, ...]:
        """Return the agencies a lead-in begins with: `The Department of Labor should:`."""
        aside = ASIDE.search(self._document.text, start, end)
        ends = min(start + LEAD_IN, aside.start() if aside else end)
        named = [each for each in self._between(start, end) if each.start <= ends]
        return tuple(dict.fromkeys(each.agency for each in named))

    def _agencies_in(self, cell: str) -> tuple[str, ...]:
        """Return the agencies a cell names, each by name or abbreviation."""
        parts = re.split(r"\s*(?:[,;/&\n|]|\band\b)\s*", cell)
        short = [code for part in parts if (code := agencies.agency_of(part))]
        named = [each.agency for each in agencies.mentions(cell, 0, len(cell), self._cast)]
        return tuple(dict.fromkeys((*named, *short))) or _as_written(parts)

    def _sentence(self, block: Block, start: int, end: int, *, listed: bool) -> Iterator[Proposal]:
        words = uncounted(words_of(self._document.text, start, end))
        named = self._between(start, end)
        if listed and (owners := owner_last(self._document.text, start, end, named)):
            self._standing.current = owners
        if responsible := RESPONSIBLE.search(self._document.text, start, end):
            self._standing.current = self._agencies_in(who_leads(responsible["who"]))
        first = None
        for deed in deeds(words, named, self._standing, listed=listed):
            first = deed.start if first is None else first
            if deed.has_object:
                yield self._proposal(block, start, end, first, deed)
        self._remember(named)
        if named and not self._standing.current and not self._standing.heading:
            self._standing.current = (named[-1].agency,)

    def _remember(self, named: list[agencies.Mention]) -> None:
        for each in named:
            noun = re.findall(
                r"[A-Za-z]+", re.sub(r"\(.*| (?:on|of|for|to|in) .*", "", self._document.text[each.start : each.end])
            )
            if noun and noun[-1].lower() not in {"department", "departments", "agency"}:
                self._standing.bodies[noun[-1].lower()] = each.agency

    def _proposal(self, block: Block, start: int, end: int, first: int, deed: Deed) -> Proposal:
        text = self._document.text
        sentence, thing = text[start:end], text[deed.object_start : deed.object_end]
        about = text[deed.start : deed.extent]
        told_when = f"{about} {block.timeline}" if block.timeline else about
        due, due_words = self._due(text[start:first], told_when) if deed.form.tense != "done" else (None, "")
        amount, measure = amount_in(about), count_in(about)
        sure, why = weigh(deed, marked=bool(amount or measure or due))
        verb = " and ".join(each.lemma for each in deed.verbs)
        return Proposal(
            deed.doer.agencies, deed.doer.body, self._chapter.pillar, verb, thing, deed.form.tense, measure, amount,
            due, due_words, sentence, start, end, deed.start, deed.end, block.line, sure, why,
        )  # fmt: skip

    def _due(self, before: str, about: str) -> tuple[date | None, str]:
        """Return the day by which it is due: said of the deed itself, or at the sentence's beginning for all of it."""
        dated = self._document.dated
        opening = before if len(before.split()) <= OPENING else " ".join(before.split()[:OPENING])
        return next((found for found in (due_in(about, dated), due_in(opening, dated)) if found[0]), (None, ""))

    def _named(self, block: Block) -> list[agencies.Mention]:
        found = self._between(block.start, block.end)
        code = agencies.agency_of(self._document.words_of(block))
        return found or ([agencies.Mention(code, "", block.start, block.end)] if code else [])

    def _between(self, start: int, end: int) -> list[agencies.Mention]:
        return agencies.mentions(self._document.text, start, end, self._cast)


def _of_others(lead_in: str) -> bool:
    """Say whether a lead-in speaks of somebody who is no agency: `The Government of X intends to:`."""
    first = re.findall(r"[A-Za-z]+", lead_in)[:4]
    return any(word.lower() in OUTSIDERS for word in first)


def _is_about(text: str, named: list[agencies.Mention], block: Block) -> bool:
    """Say whether a heading names an agency and besides only what follows of it: `Recommendations to the FBI`."""
    rest = list(text)
    for each in named:
        rest[each.start - block.start : each.end - block.start] = " " * (each.end - each.start)
    return bool(named) and all(word.lower() in OF_AN_AGENCY for word in re.findall(r"[A-Za-z]+", "".join(rest)))


def _as_written(parts: list[str]) -> tuple[str, ...]:
    """Return the names in a cell of the column for who acts where no table knows them."""
    bare = [re.sub(r"^[Tt]he |\s*\(.*\)$", "", part.strip()) for part in parts]
    good = [each for each in bare if each.lower() not in NOT_A_NAME and each[:1].isupper()]
    return tuple(good) if good and all(len(each.split()) <= CELL_WORDS for each in good) else ()
