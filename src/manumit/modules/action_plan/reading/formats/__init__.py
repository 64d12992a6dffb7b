"""The formats documents come in, one a file. Each turns bytes into a `Document`; none reaches out to the network."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

from ..document import Document
from .errors import BadDocument

__all__ = ["LARGEST", "SUFFIXES", "BadDocument", "open_bytes", "open_document"]

LARGEST: Final = 30_000_000
"""Bytes; a plan of 200 pages with pictures has about 10 million."""

READERS: Final = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""Which file here reads what; loaded when first asked for, since their libraries are large."""
SUFFIXES: Final = tuple(READERS)


def open_document(path: Path) -> Document:
    """Read the file at `path`. Raises BadDocument, saying what is wrong and what would help; OSError."""
    if path.stat().st_size > LARGEST:
        raise BadDocument(f"{path.name} has more than {LARGEST // 1_000_000} MB: read the part with the commitments")
    return open_bytes(path.name, path.read_bytes())


def open_bytes(name: str, content: bytes) -> Document:
    """Read `content`, whose format the ending of `name` tells. Raises BadDocument."""
    suffix = Path(name).suffix.lower()
    if suffix not in READERS:
        raise BadDocument(f"{name} is none of {', '.join(SUFFIXES)}: save it as one of them")
    if len(content) > LARGEST:
        raise BadDocument(f"{name} has more than {LARGEST // 1_000_000} MB: read the part with the commitments")
    document: Document = import_module(f".{READERS[suffix]}", __package__).read(content)
    if not document.blocks:
        raise BadDocument(f"{name} holds no text: a scanned document must be read by text recognition first")
    return document
