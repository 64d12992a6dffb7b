"""`manumit plan read`: propose the commitments a document makes; nothing is filed."""

import argparse
import json
import sys
from pathlib import Path

from ..reading import BadDocument, Proposal, open_document, propose
from ..reading.proposals import ENOUGH

NEEDS = "nothing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="HTML, Markdown, text, DOCX or PDF")
    parser.add_argument("--json", action="store_true", help="print one JSON object a proposal, one a line")
    parser.add_argument(
        "--enough", type=int, default=ENOUGH, metavar="0-99", help=f"leave out what is less sure (default {ENOUGH})"
    )


def run(options: argparse.Namespace) -> int:
    """Print the proposals in the document's order; status 1 if the file cannot be read."""
    try:
        proposals = propose(open_document(options.file), enough=options.enough)
    except (BadDocument, OSError) as reason:
        sys.stderr.write(f"Not read: {reason}\n")
        return 1
    for each in proposals:
        sys.stdout.write(f"{json.dumps(each.as_json(), ensure_ascii=False) if options.json else _text(each)}\n")
    sys.stderr.write(f"{len(proposals)} commitments proposed.\n")
    return 0


def _text(proposal: Proposal) -> str:
    amount = f"${proposal.amount:,}" if proposal.amount else ""
    due = f"due {proposal.due}" if proposal.due else ""
    facts = (proposal.pillar, proposal.tense, proposal.measure, amount, due, f"{proposal.confidence} %")
    said = "; ".join(fact for fact in facts if fact)
    return f"{' and '.join(proposal.agencies)}: {proposal.verb} {proposal.object}\n    {said}\n    {proposal.why}"
