"""The page of rules that people read and sign, docs/rules.md; `write` renews it."""

from pathlib import Path

from . import CASE_RULES, NUMBER_RULES, PART_RULES

HEAD = """# Rules

What each kind of record is checked for. An error refuses a change and says why; a warning is shown and lets it
through. The name is the code that programs are told. Written from the rules themselves by
`manumit.modules.cases.rules.page.write`; a test fails when it is not current.
"""


def text() -> str:
    """Return the page as Markdown."""
    tables = ("\n".join(book.table()) for book in (CASE_RULES, NUMBER_RULES, PART_RULES))
    return "\n".join([HEAD, *(f"{table}\n" for table in tables)])


def write(page: Path) -> None:
    """Write the page."""
    page.write_text(text(), encoding="utf-8")
