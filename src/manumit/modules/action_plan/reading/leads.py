"""Lines and brackets that say who leads: `Lead: DOI; Support: HHS`, and what of a block they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .document import Block, BlockKind, Document

WHO: Final = (
    r"(?:[Ll]ead(?:s|ing)?|[Rr]esponsible|[Oo]wners?|[Ii]mplementing|[Aa]genc(?:y|ies)|[Ll]ed by|[Ww]ho"
    r"|[Dd]epartments?)(?i: (?:agenc(?:y|ies)|bod(?:y|ies)|ministr(?:y|ies)|departments?|entit(?:y|ies)"
    r"|organi[sz]ations?|office|party))?(?:\(s\))?"
)
LEADS: Final = re.compile(rf"{WHO}\s?: (?P<who>.+)", re.DOTALL)
"""A line that says who leads what follows, or what stands before it."""

INLINE: Final = re.compile(rf"(?<=[\w.;)\]|—-])\s[(\[]?(?=[LROIA]){WHO}\s?: (?P<who>[^)\]]+)")
"""The same at the end of what is to be done."""

RESPONSIBLE: Final = re.compile(
    r"[(\[](?:responsible|lead|led by|owner|action|agenc)[^:()]{0,12}: ?(?P<who>[^)\]]+)[)\]]", re.IGNORECASE
)
"""Who does it, in brackets behind what is to be done."""

OTHERS: Final = re.compile(
    r"[;.|]|\b(?:support\w*|partners?(?:ing)?|with|in (?:coordination|consultation)|timeline|time ?frame|timing"
    r"|deadline|due|target|by when|status|measures?|indicators?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Where those who lead end, and who only helps, or something else, begins."""

ABOUT: Final = re.compile(
    r"(?:Support\w*|Partners?|Timeline|Time ?frame|Timing|Deadline|Due(?: date)?|Target(?: date)?|Status|Indicators?"
    r"|Measures?(?: of success)?|Budget|Funding)(?: [a-z]+)?\s?:",
)
"""A line that says something else of an action."""

LABEL: Final = re.compile(
    r"(?:(?:Priority |Key |Strategic )?"
    r"(?:Action|Step|Objective|Goal|Recommendation|Commitment|Deliverable|Activity|Target|Measure|Milestone)\s+)?"
    r"(?:No\. ?)?[A-Z]?\d+(?:\.\d+)*[a-z]?(?:[.:)]|\s[–—-])?(?=\s|$)"
)
"""How an action is counted."""


def who_leads(words: str) -> str:
    """Return only those who lead, of words that may name who supports and until when too."""
    cut = OTHERS.search(words.replace("U.S.", "U_S_"))
    return words[: cut.start()] if cut else words


def leaders_behind(document: Document) -> dict[int, str]:
    """Return who leads what a block says, by the block's place, where a line behind it does not lead what follows."""
    blocks = [each for each in document.blocks if not _is_about(document, each)]
    found = {}
    for place in range(1, len(blocks)):
        leads = _line(document, blocks, place)
        if leads and blocks[place - 1].kind is not BlockKind.HEADING and _ends(document, blocks, place):
            found[blocks[place - 1].start] = who_leads(leads)
            found[blocks[place].start] = ""
    return found


def _is_about(document: Document, block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and bool(ABOUT.match(document.words_of(block)))


def is_about(text: str) -> bool:
    """Say whether a line only tells who supports an action, until when, or how it is measured."""
    return bool(ABOUT.match(text))


def _line(document: Document, blocks: Sequence[Block], place: int) -> str:
    if place >= len(blocks) or blocks[place].kind is BlockKind.HEADING:
        return ""
    match = LEADS.match(document.words_of(blocks[place]))
    return match["who"] if match else ""


def _ends(document: Document, blocks: Sequence[Block], place: int) -> bool:
    """Say whether nothing follows that the line at `place` leads: a heading does, or an action with its own line."""
    if place + 1 >= len(blocks) or blocks[place + 1].kind is BlockKind.HEADING:
        return True
    return bool(_line(document, blocks, place + 2)) and not _line(document, blocks, place + 1)
