"""`manumit retention plan`: show what has been kept long enough, what holds stop, and the digest that `apply` needs."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from ..retaining import Line, Plan, plan


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Show the plan; nothing is deleted."""
    due = plan()
    sys.stdout.write(as_json(due) if options.json else "\n".join(_lines(due)) + "\n")
    return 0


def as_json(due: Plan) -> str:
    """Return the plan as one JSON line."""
    facts = {"on": due.on.isoformat(), "digest": due.digest, "count": due.count}
    return json.dumps({**facts, "lines": [asdict(line) for line in due.lines]}) + "\n"


def _lines(due: Plan) -> Iterator[str]:
    for line in due.lines:
        yield from _line(line)
    if due.count:
        yield f"{due.count} rows go. To delete exactly these: manumit retention apply --plan {due.digest}"
    else:
        yield "Nothing is due."


def _line(line: Line) -> Iterator[str]:
    checked = "" if line.verified else ", not verified"
    yield f"{line.model}: {len(line.ids)} older than {line.before} ({line.authority}{checked})"
    yield from (f"    {name}" for name in line.names)
    if len(line.ids) > len(line.names):
        yield f"    and {len(line.ids) - len(line.names)} more"
    yield from (f"    stays: {held.name}, under legal hold: {'; '.join(held.reasons)}" for held in line.held)
