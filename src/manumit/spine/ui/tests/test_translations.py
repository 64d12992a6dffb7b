"""Every text has its Spanish, and the tool that says so finds what it must."""

import argparse
from pathlib import Path

import pytest

from manumit.spine.ui.catalogue import books, reading
from manumit.spine.ui.catalogue.message import Message
from manumit.spine.ui.commands import messages

TRIMMED = "{% load i18n %}{% blocktranslate trimmed with a=b %}\n  Three {{ a }}\n{% endblocktranslate %}"
COUNTED = "{% load i18n %}{% blocktranslate count n=n %}One{% plural %}{{ n }} many{% endblocktranslate %}"


def test_every_text_is_translated() -> None:
    """One test for all catalogues: reading the whole source belongs in a test's run, not in every collection."""
    found = list(books.books())
    assert found
    assert {book.name: lacking for book in found if (lacking := books.lacking(book))} == {}, "run `manumit messages`"
    assert [book.name for book in found if not books.is_compiled(book)] == [], "run `manumit messages`"


@pytest.mark.parametrize(
    ("name", "source", "found"),
    [
        ("a.html", '{% load i18n %}{% translate "One" %}', Message("One")),
        ("a.html", "{% load i18n %}<c-alert title=\"{% translate 'Two' %}\" />", Message("Two")),
        ("a.html", TRIMMED, Message("Three %(a)s")),
        ("a.html", COUNTED, Message("One", "%(n)s many")),
        ("a.html", '{% load i18n %}{{ _("Four") }}', Message("Four")),
        ("a.html", '{% load i18n %}{% translate "May" context "month" %}', Message("May", context="month")),
        ("a.py", 'from x import gettext_lazy as _\nA = _("Five " "and half")', Message("Five and half")),
        ("a.py", 'ngettext("%d case", "%d cases", n)', Message("%d case", "%d cases")),
        ("a.py", 'pgettext_lazy("verb", "Open")', Message("Open", context="verb")),
        ("a.cedar", '@id("x")\n@reason("You own it")\npermit (principal, action, resource);', Message("You own it")),
    ],
)  # fmt: skip
def test_it_finds_marked_texts(tmp_path: Path, name: str, source: str, found: Message) -> None:
    file = tmp_path / name
    file.write_text(source)
    assert list(reading.messages(file)) == [found]


@pytest.mark.parametrize(
    ("spanish", "problem"),
    [("", "no translation"), ("Casos", "placeholders differ"), ("%(n)d casos de %(x)s", "placeholders differ")],
)
def test_it_names_what_is_wrong(tmp_path: Path, spanish: str, problem: str) -> None:
    book = books.Book(tmp_path, "es", (Message("%(n)d cases"),))
    entries = books.update(book)
    entries[0].msgstr = spanish
    entries.save(str(book.path))
    assert books._problem(book.texts[0], entries[0]).startswith(problem)


def test_a_text_no_longer_used_leaves_the_catalogue(tmp_path: Path) -> None:
    books.update(books.Book(tmp_path, "es", (Message("Old"), Message("Kept"))))
    left = books.update(books.Book(tmp_path, "es", (Message("Kept"),)))
    assert [entry.msgid for entry in left] == ["Kept"]


def test_the_command_fails_naming_each_text(monkeypatch, capsys, tmp_path: Path) -> None:
    monkeypatch.setattr(books, "ROOT", tmp_path.parent)
    monkeypatch.setattr(books, "books", lambda: [books.Book(tmp_path, "es", (Message("Lost"),))])
    assert messages.run(argparse.Namespace(check=True)) == 1
    assert "not in the catalogue: 'Lost'" in capsys.readouterr().out
