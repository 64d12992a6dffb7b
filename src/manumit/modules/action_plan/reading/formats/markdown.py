"""Markdown and plain text: headings by mark or by look, list items, paragraphs that may be wrapped over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Final

from ..document import BlockKind, Builder, Document
from ..leads import LEADS, is_about
from .tables import add_table

ITEM: Final = re.compile(r"\s*(?:[-*+•●◦▪‣·–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
COUNTED: Final = re.compile(r"\s*(?:\d{1,3}|[A-Z])[.)]\s+(\S.*?)\s*$")
UNDERLINE: Final = re.compile(r"\s{0,3}(=+|-{3,})\s*$")
EMPHASIS: Final = re.compile(
    r"</?(?:u|b|i|em|strong|br|span|p)\b[^>]*>|\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|\\(?=\W)"
)
LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
BOLD_LINE: Final = re.compile(r"\s*(?:\*\*|__)(?:<u>)?([^*_]+?)(?:</u>)?(?:\*\*|__):?\s*$")
RULE: Final = re.compile(r"\s*\|?\s*:?-{3,}[\s|:-]*$")
FRONT: Final = re.compile(r"---\s*\n(.*?)\n---\s*\n", re.DOTALL)
DATED: Final = re.compile(r"^(?:date|published_time|published):\s*['\"]?(\d{4})-(\d\d)-(\d\d)", re.MULTILINE)
TITLE: Final = re.compile(r"^title:\s*(.+(?:\n[ \t]+.+)*)", re.MULTILINE)


@dataclass(slots=True)
class _Lump:
    """Lines that belong together, beginning at `line` of the source."""

    line: int
    lines: list[str]

    def text(self) -> str:
        return LINK.sub(r"\1", " ".join(each.strip() for each in self.lines))


def read(content: bytes) -> Document:
    """Read Markdown or plain text in UTF-8, or in Windows' code page where it is no UTF-8."""
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    builder, skipped = Builder(), 0
    if front := FRONT.match(text):
        _say_of_itself(builder, front[1])
        skipped = front[0].count("\n")
        text = text[front.end() :]
    lumps = list(_lumps(text, skipped + 1))
    for lump, following in zip_longest(lumps, lumps[1:]):
        if not _add_counted_heading(builder, lump, following):
            _add(builder, lump)
    return builder.build()


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _say_of_itself(builder: Builder, front: str) -> None:
    if found := DATED.search(front):
        builder.dated = date(int(found[1]), int(found[2]), int(found[3]))
    if title := TITLE.search(front):
        builder.title = re.sub(r"\\?\n\s*\\?", " ", title[1]).strip(" '\"")


def _lumps(text: str, first: int) -> Iterator[_Lump]:
    """Yield paragraphs, items and headings; an item and a heading end a paragraph without a blank line."""
    lump: _Lump | None = None
    for number, line in enumerate(text.split("\n"), first):
        blank, starts = not line.strip(), ITEM.match(line) or HEADING.match(line) or BOLD_LINE.match(line)
        if lump and (blank or starts or _alone(lump)):
            yield lump
            lump = None
        if not blank and lump is None:
            lump = _Lump(number, [line])
        elif lump and not blank:
            lump.lines.append(line)
    if lump:
        yield lump


def _alone(lump: _Lump) -> bool:
    return bool(HEADING.match(lump.lines[0]) or BOLD_LINE.match(lump.lines[0]))


def _add(builder: Builder, lump: _Lump) -> None:
    first = lump.lines[0]
    if len(lump.lines) > 1 and first.lstrip().startswith("|") and RULE.match(lump.lines[1]):
        rows = [_cells(each) for each in lump.lines if not RULE.match(each)]
        add_table(builder, rows, line=lump.line)
        return
    if marked := HEADING.match(first):
        builder.heading(_plain(marked[2]), level=len(marked[1]), line=lump.line)
    elif len(lump.lines) == 2 and UNDERLINE.match(lump.lines[1]):
        builder.heading(_plain(first), level=1 if "=" in lump.lines[1] else 2, line=lump.line)
    elif bold := BOLD_LINE.match(first):
        builder.heading(_plain(LINK.sub(r"\1", bold[1])).rstrip(":"), level=4, line=lump.line)
    elif ITEM.match(first):
        builder.add(BlockKind.ITEM, _plain(ITEM.sub("", lump.text(), count=1)), line=lump.line)
    elif _looks_like_heading(lump):
        builder.heading(_plain(lump.text()), level=3, line=lump.line, guessed=True)
    else:
        builder.add(BlockKind.PARAGRAPH, _plain(lump.text()), line=lump.line)


def _add_counted_heading(builder: Builder, lump: _Lump, following: _Lump | None) -> bool:
    """Add `1. PREVENTION` or, before a paragraph, `1. Federal Bureau`: a heading that is counted as items are."""
    counted = COUNTED.match(lump.lines[0])
    if counted is None or not _looks_like_heading(_Lump(lump.line, [counted[1], *lump.lines[1:]])):
        return False
    alone = following is not None and not ITEM.match(following.lines[0])
    if alone or counted[1].isupper():
        builder.heading(_plain(lump.text()), level=3, line=lump.line, guessed=True)
        return True
    return False


def _cells(line: str) -> list[str]:
    return [_plain(LINK.sub(r"\1", cell)) for cell in line.strip().strip("|").split("|")]


def _looks_like_heading(lump: _Lump) -> bool:
    """Say whether a line stands alone, is short, begins great, ends without a stop and tells no more of an action."""
    words, line = lump.lines[0].split(), _plain(lump.lines[0]).strip()
    if LEADS.match(line) or is_about(line):
        return False
    return (
        len(lump.lines) == 1
        and len(words) <= 10
        and words[0][0].isupper()
        and (words[-1][-1].isalnum() or words[-1][-1] in ")’”")
    )


def _plain(text: str) -> str:
    return EMPHASIS.sub("", text)
