"""Word documents: headings and lists by style, bold lines as headings, tables cell by cell."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from ..document import BlockKind, Builder, Document
from .errors import BadDocument
from .tables import add_table

UNPACKED: Final = 200_000_000
"""Bytes the parts may unpack to: a small file that unpacks to more is no document."""

LEVEL: Final = re.compile(r"heading (\d)|(title)", re.IGNORECASE)


def read(content: bytes) -> Document:
    """Read a .docx. Raises BadDocument."""
    _check_size(content)
    try:
        word = docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise BadDocument(f"the file is no Word document (.docx): {error}") from None
    told = word.core_properties
    builder = Builder(
        title=told.title or "", dated=(told.modified or told.created).date() if told.modified or told.created else None
    )
    _add_all(word, builder)
    return builder.build()


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile as error:
        raise BadDocument(f"the file is no Word document (.docx): {error}") from None
    if size > UNPACKED:
        raise BadDocument(f"the file unpacks to more than {UNPACKED // 1_000_000} MB: it is not read")


def _add_all(word: WordDocument, builder: Builder) -> None:
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            add_table(builder, [[cell.text for cell in row.cells] for row in part.rows])
        else:
            _add(part, builder)


def _add(paragraph: Paragraph, builder: Builder) -> None:
    style = (paragraph.style.name or "") if paragraph.style else ""
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    if level := LEVEL.match(style):
        builder.heading(paragraph.text, level=int(level[1] or 1))
    elif numbered or "List" in style:
        builder.add(BlockKind.ITEM, paragraph.text)
    elif _all_bold(paragraph):
        builder.heading(paragraph.text.strip().rstrip(":"), level=6)
    else:
        builder.add(BlockKind.PARAGRAPH, paragraph.text)


def _all_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)
