"""`manumit audit verify`: check the log in the database against the evidence outside it."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..note import Verifier
from ..outside import Outside
from ..verifying import Report, verify

TAMPERED = 3


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--witness", type=Path, nargs="*", default=[], help="checkpoints that were kept elsewhere")
    parser.add_argument("--key", type=Verifier.parse, help="the public key the newest checkpoint must be signed with")


def run(args: Namespace) -> int:
    """Print what was found; status 3 if anything is wrong."""
    witnessed = [path.read_text(encoding="utf-8") for path in args.witness]
    report = verify(Outside.of_this_install(), witnessed, args.key)
    sys.stdout.write((json.dumps(report.as_json()) if args.json else in_words(report)) + "\n")
    return TAMPERED if report.findings else 0


def in_words(report: Report) -> str:
    """Return the report for people."""
    lines = [
        f"{report.entries} entries agree with their leaves; {report.checkpoints} checkpoints, "
        f"the newest over {report.signed} leaves; {report.seconds} s."
    ]
    if report.unwritten or report.unsealed:
        lines.append(f"Not sealed yet: {report.unsealed} entries; not in the files yet: {report.unwritten} leaves.")
    lines += [f"WRONG: {finding}" for finding in report.findings] or ["The log is whole."]
    return "\n".join(lines)
