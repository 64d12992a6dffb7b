"""docs/standards.md and its pages say what the models are."""

from manumit.spine.records import dictionary

from .source import ROOT


def test_the_data_dictionary_is_current() -> None:
    written = dictionary.pages()
    there = {name: (ROOT / "docs" / name) for name in written}
    stale = [name for name, page in there.items() if not page.exists() or page.read_text() != written[name]]
    gone = {f"standards/{path.name}" for path in (ROOT / "docs" / "standards").glob("*.md")} - set(written)
    assert not stale, f"Renew docs/ with `python3 run.py standards --write`: {', '.join(stale)} not current"
    assert not gone, f"Remove these pages of docs/: {', '.join(sorted(gone))} belong to no app"
