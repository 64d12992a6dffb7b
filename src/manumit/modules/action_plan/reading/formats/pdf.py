"""PDF: the lines of each page, joined to paragraphs and items again; running heads and page numbers are left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from datetime import date
from typing import Final

import pypdf
from pypdf.errors import PyPdfError

from ..document import Builder, Document
from . import markdown
from .errors import BadDocument

MOST_PAGES: Final = 500
PAGE_NUMBER: Final = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d+)?\s*$", re.IGNORECASE)
HYPHEN: Final = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
BULLET: Final = re.compile(r"^\s*[•●◦▪‣·\uf0b7]\s*", re.MULTILINE)
FULL_LINE: Final = 0.6
"""Of the longest lines: a shorter line that ends with a stop ends its paragraph."""


def read(content: bytes) -> Document:
    """Read the text layer. Raises BadDocument for a damaged, locked or overlong file."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells of each oddity it copes with
    try:
        pdf = pypdf.PdfReader(io.BytesIO(content))
        if len(pdf.pages) > MOST_PAGES:
            raise BadDocument(f"the PDF has more than {MOST_PAGES} pages: read the part with the commitments")
        pages = [page.extract_text() or "" for page in pdf.pages]
        title, created = str((pdf.metadata and pdf.metadata.title) or ""), pdf.metadata and pdf.metadata.creation_date
    except (PyPdfError, ValueError, KeyError, RecursionError, TypeError) as error:
        raise BadDocument(f"the PDF cannot be read ({error}): open it and save it anew, without a password") from None
    return _built(pages, title, created.date() if created else None)


def _built(pages: list[str], title: str, dated: date | None) -> Document:
    lines = [line.rstrip() for page in _without_running_heads(pages) for line in page]
    text = BULLET.sub("• ", HYPHEN.sub("", "\n".join(_with_paragraph_ends(lines))))
    plain = markdown.read(text.encode())
    builder = Builder(title=title, dated=dated)
    for block in plain.blocks:
        builder.add(block.kind, plain.words_of(block), level=block.level, line=block.line, guessed=block.guessed)
    return builder.build()


def _without_running_heads(pages: list[str]) -> list[list[str]]:
    split = [[line for line in page.splitlines() if not PAGE_NUMBER.match(line) or not line.strip()] for page in pages]
    edges = Counter(line.strip() for page in split if len(page) > 4 for line in (page[0], page[-1]))
    running = {line for line, times in edges.items() if times > 2 and times * 2 > len(pages)}
    return [[line for line in page if line.strip() not in running] for page in split]


def _with_paragraph_ends(lines: list[str]) -> list[str]:
    """Put a blank line after each line that ends a paragraph by its look: it stops short and with a full stop."""
    longest = sorted(map(len, lines))[int(len(lines) * 0.9)] if lines else 0
    spaced = []
    for line in lines:
        spaced.append(line)
        if len(line) < longest * FULL_LINE and (line.endswith((".", ":", ".”")) or _stands_out(line)):
            spaced.append("")
    return spaced


def _stands_out(line: str) -> bool:
    words = line.split()
    titled = sum(word[0].isupper() for word in words)
    return 0 < len(words) <= 8 and titled * 3 >= len(words) * 2 and line[-1].isalnum()
