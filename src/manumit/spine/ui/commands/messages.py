"""`manumit messages`: collects the texts to translate, compiles the catalogues, names what is missing."""

import argparse
import sys

from ..catalogue import books


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a text has no translation")


def run(options: argparse.Namespace) -> int:
    """Return 0, or 1 with a line for each text that lacks a translation."""
    every = books.books()
    if not options.check:
        for book in every:
            books.update(book)
    problems = [problem for book in every for problem in books.lacking(book)]
    problems += [f"{book.name}: compile it with `manumit messages`" for book in every if not books.is_compiled(book)]
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0
