"""The page of rules that people read and sign, docs/rules.md; `write` renews it."""

from pathlib import Path
from typing import Any

from manumit.spine.records import registry
from manumit.spine.workflow.rulebook import Rulebook

from . import CASE_RULES, NUMBER_RULES, PART_RULES

HEAD = """# Rules

What each kind of record is checked for. An error refuses a change and says why; a warning is shown and lets it
through. The name is the code that programs are told. Written from the rules themselves by
`manumit.modules.cases.rules.page.write`; a test fails when it is not current.
"""


def own() -> str:
    """Return the beginning of the page, with the rules of cases, as Markdown."""
    return "\n".join([HEAD, _table(CASE_RULES), _table(NUMBER_RULES), _table(PART_RULES)])


def text() -> str:
    """Return the page as Markdown: the rules of cases, then those that other modules offer."""
    offered: tuple[Rulebook[Any], ...] = registry.providers(Rulebook)
    return "\n".join([own(), *(_table(book) for book in offered)])


def _table(book: Rulebook[Any]) -> str:
    return "\n".join(book.table()) + "\n"


def write(page: Path) -> None:
    """Write the page."""
    page.write_text(text(), encoding="utf-8")
