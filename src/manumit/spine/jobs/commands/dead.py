"""`manumit jobs dead`: list the jobs that were given up after their last try."""

import argparse
import json
import sys

from ..dead_letters import DeadLetter, dead_letters


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--limit", type=int, default=100, help="how many at most (default 100)")
    parser.add_argument("--json", action="store_true", help="print one JSON line a job")


def run(options: argparse.Namespace) -> int:
    """List them, newest first; arguments are shown with --json only."""
    show = _as_json if options.json else _as_text
    sys.stdout.writelines(f"{show(letter)}\n" for letter in dead_letters(options.limit))
    return 0


def _as_json(letter: DeadLetter) -> str:
    return json.dumps({
        "id": letter.id, "task": letter.task, "arguments": letter.arguments, "attempts": letter.attempts,
        "failed_at": letter.failed_at.isoformat() if letter.failed_at else None,
    })  # fmt: skip


def _as_text(letter: DeadLetter) -> str:
    when = f"{letter.failed_at:%Y-%m-%d %H:%M}Z" if letter.failed_at else "-"
    return f"{letter.id:>8}  {when}  {letter.task}  ({letter.attempts} tries)"
