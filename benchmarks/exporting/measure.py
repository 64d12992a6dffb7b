"""The measurement: for each format cases a second, bytes, and the most memory of a tenth of them and of all.

Each export runs in a process of its own, through the same walk as any: right, reading, a leaf a case, then the file.
Memory is constant where all of them take no more than a tenth.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from itertools import islice
from typing import Any

from django.db import connections
from django.http import QueryDict

from manumit.modules.cases import filters
from manumit.modules.cases.exporting.account import Account
from manumit.modules.cases.exporting.formats import FORMATS
from manumit.modules.cases.exporting.gathering import Wish, dossiers
from manumit.spine.identity.actor import Actor
from manumit.spine.records import registry

from . import world

KILOBYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
PART = 10


def measure(cases: int) -> dict[str, Any]:
    """Return `rows_per_s` and `peak_mb`, the slowest and the largest of all formats, and each format's own figures."""
    registry.load()
    actor = world.exporter()
    there = world.fill(actor, cases)
    formats = {name: _measured(actor, name, there) for name in FORMATS}
    return {
        "cases": there,
        "rows_per_s": min(each["rows_per_s"] for each in formats.values()),
        "peak_mb": max(each["peak_mb"] for each in formats.values()),
        "growth_mb": max(each["growth_mb"] for each in formats.values()),
        "formats": formats,
    }


def _measured(actor: Actor, name: str, cases: int) -> dict[str, Any]:
    part, whole = (_apart(actor, name, most) for most in (max(cases // PART, 1), cases))
    return {**whole, "growth_mb": round(max(whole["peak_mb"] - part["peak_mb"], 0), 1)}


def _apart(actor: Actor, name: str, most: int) -> dict[str, Any]:
    """Export in a process of its own, since the most memory of a process is that of its whole life."""
    connections.close_all()
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_exported, args=(actor, name, most, theirs))
    child.start()
    theirs.close()
    try:
        figures: dict[str, Any] = ours.recv()
    finally:
        child.join()
    return figures


def _exported(actor: Actor, name: str, most: int, answer: Any) -> None:
    account, wish = Account(), Wish(actor, FORMATS[name], filters.parse(QueryDict("")), "Benchmark")
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        wish.format.write(islice(dossiers(wish, account), most), out, account)
        seconds, size = time.perf_counter() - began, out.tell()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 1_000_000
    walked = account.written + account.left_out.total()
    answer.send(
        {
            "written": account.written,
            "left_out": account.left_out.total(),
            "rows_per_s": round(walked / seconds),
            "peak_mb": round(peak, 1),
            "bytes": size,
        }
    )
