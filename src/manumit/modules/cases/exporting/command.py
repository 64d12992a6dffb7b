"""`manumit export FORMAT`: write cases to a file."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from django.core.exceptions import ValidationError
from django.http import QueryDict

from manumit.spine.access import Denied
from manumit.spine.identity.choices import Purpose
from manumit.spine.records.manifest import Exporter

from .. import filters
from ..importing.person_in_charge import EXPORT, NobodyInCharge, in_charge
from .account import Account
from .format import Format
from .formats import FORMATS
from .gathering import Wish, export

ALL_SAID: Final = 0
REFUSED: Final = 1


def arguments(parser: ArgumentParser) -> None:
    """Declare the options: whose export it is, what for, where to, and a filter an option each."""
    parser.add_argument("--agency", default="", metavar="SHORT_NAME", help="the agency whose cases are exported")
    parser.add_argument("--person", default="", metavar="EMAIL", help="the person in whose name they are exported")
    parser.add_argument("--purpose", default=Purpose.RECORDS.value, choices=Purpose.values, help="the kind of purpose")
    parser.add_argument("--for", dest="note", required=True, metavar="TEXT", help="what the export is for, in words")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="file to write; - is standard output")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")
    parser.add_argument("--json", action="store_true", help="print the account as one JSON line")
    told = f"narrow as the address of the list does, by {', '.join(filters.FILTERS)}; may be repeated"
    parser.add_argument("--where", action="append", default=[], metavar="FILTER=VALUE", help=told)


def run(wanted: Format, args: Namespace) -> int:
    """Export; 0 where the file is whole, 1 where it could not begin or end."""
    try:
        actor, words = in_charge(args.agency, args.person, EXPORT, args.purpose)
        narrowing = _narrowing(args)
        sys.stderr.write(f"Exporting in the name of {words}.\n")
        account = _written(args, partial(export, Wish(actor, wanted, narrowing, args.note)))
    except (NobodyInCharge, OSError, ValueError, Denied, ValidationError) as error:
        sys.stderr.write(f"{_words(error)}\n")
        return REFUSED
    _say(account, args)
    return ALL_SAID


def _narrowing(args: Namespace) -> filters.Narrowing:
    query = QueryDict(mutable=True)
    for text in args.where:
        name, _, value = text.partition("=")
        if name not in filters.FILTERS or not value:
            raise ValueError(f"--where {text}: write FILTER=VALUE, where FILTER is {', '.join(filters.FILTERS)}")
        query.appendlist(name, value)
    narrowing = filters.parse(query)
    if narrowing.errors:
        raise ValueError("; ".join(f"--where {name}: {error}" for name, error in narrowing.errors.items()))
    return narrowing


def _written(args: Namespace, write: Callable[[BinaryIO], Account]) -> Account:
    """Write beside the file and put it in place once it is whole: no half file ever bears its name."""
    if str(args.to) == "-":
        return write(sys.stdout.buffer)
    if args.to.exists() and not args.replace:
        raise ValueError(f"{args.to} is there already: name another file, or say --replace")
    half = args.to.with_name(f".{args.to.name}.{os.getpid()}.part")
    try:
        with half.open("xb") as file:
            account = write(file)
        half.replace(args.to)
    finally:
        half.unlink(missing_ok=True)
    return account


def _words(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _say(account: Account, args: Namespace) -> None:
    text = json.dumps(account.as_json()) if args.json else "\n".join(account.lines())
    (sys.stderr if str(args.to) == "-" else sys.stdout).write(f"{text}\n")


EXPORTERS = tuple(Exporter(each.name, each.title, arguments, partial(run, each)) for each in FORMATS.values())
"""What the manifest offers `manumit export`."""
