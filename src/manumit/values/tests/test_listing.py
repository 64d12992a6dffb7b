"""The pages of the docs that list codes and Tribes say what the tables hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from manumit.values.listing import ADR, PAGES

DOCS = Path(__file__).parents[4] / "docs"


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_current(page: str) -> None:
    file = DOCS / f"standards-{page}.md"
    assert file.read_text(encoding="utf-8") == PAGES[page](), (
        f"write it again: python -m manumit.values.listing {page} > docs/{file.name}"
    )


def test_the_decision_the_page_names_is_there() -> None:
    assert (DOCS / "decisions" / ADR).is_file()
