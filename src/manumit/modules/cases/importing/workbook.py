"""Opening a workbook that others made: what it would unpack to is known before anything is unpacked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 200_000_000
MOST_RATIO: Final = 200
SMALL: Final = 1_000_000
"""Below this size a part may be packed as tightly as it likes."""
HEAD: Final = 65_536
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


class BadWorkbook(ValueError):
    """The file is no workbook we open, or is made to harm; the text says which."""


def rows(path: Path, wanted: str = "") -> Iterator[tuple[str, int, tuple[Any, ...]]]:
    """Yield sheet name, row number and cells of the first sheet, or the one called `wanted`. Raises BadWorkbook.

    A cell with a formula is yielded as `Formula`: what it would come to is nobody's statement.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    demand_harmless(path)
    try:
        book = load_workbook(path, read_only=True, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, OSError, BadZipFile) as error:
        raise BadWorkbook(f"is no Excel workbook: {error}") from None
    try:
        sheet = book[wanted] if wanted in book.sheetnames else book.worksheets[0]
        sheet.reset_dimensions()  # a file may say that its sheet is as wide as it likes
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield sheet.title, number, tuple(_value(cell) for cell in cells)
    finally:
        book.close()


class Formula(str):
    """The text of a formula, which is refused wherever it stands."""


def _value(cell: Any) -> Any:
    return Formula(cell.value) if cell.data_type == "f" else cell.value


def demand_harmless(path: Path) -> None:
    """Raise BadWorkbook for what is no zip archive, would unpack to too much, or declares entities."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            _demand_sizes(parts)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _demand_plain_xml(archive, part)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadWorkbook(f"is no Excel workbook: {error}") from None


def _demand_sizes(parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise BadWorkbook(f"has {len(parts):,} parts, {MOST_PARTS:,} are the most")
    if (total := sum(part.file_size for part in parts)) > MOST_BYTES:
        raise BadWorkbook(f"would unpack to {total:,} bytes, {MOST_BYTES:,} are the most")
    for part in parts:
        if part.file_size > SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise BadWorkbook(f"{part.filename} would unpack to more than {MOST_RATIO} times its size")


def _demand_plain_xml(archive: ZipFile, part: ZipInfo) -> None:
    with archive.open(part) as file:
        head = file.read(HEAD)
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise BadWorkbook(f"{part.filename} is not UTF-8")
    if any(word in head for word in _DECLARATIONS):
        raise BadWorkbook(f"{part.filename} declares a document type or entities: a workbook needs neither")
