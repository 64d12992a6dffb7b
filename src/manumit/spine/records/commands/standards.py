"""`manumit standards`: print the data dictionary, or write it into the source tree's docs."""

import argparse
import sys
from pathlib import Path

from ..dictionary import pages

NEEDS = "settings"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--write", type=Path, metavar="FOLDER", nargs="?", const=Path("docs"), help="write it here")


def run(options: argparse.Namespace) -> int:
    """Print the pages one after another, or write each into the folder."""
    for name, text in pages().items():
        if options.write:
            (options.write / name).parent.mkdir(parents=True, exist_ok=True)
            (options.write / name).write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(text)
    return 0
