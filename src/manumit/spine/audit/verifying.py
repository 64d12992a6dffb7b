"""The whole check: files against signatures, database against files."""

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from . import chain, comparing
from .chain import Chain
from .connecting import ALIAS, connection
from .evidence import Finding
from .note import Verifier
from .outside import Outside

WORTH_A_PROCESS = 100_000


@dataclass(frozen=True)
class Report:
    """What the check saw. `first` is the first bad place; the log is whole if there is none.

    `unwritten` leaves are not in the files yet and `unsealed` entries have no leaf yet; both are the work of the
    sequencer's next moment, and stay only if none runs.
    """

    entries: int
    checkpoints: int
    signed: int
    unwritten: int
    unsealed: int
    findings: tuple[Finding, ...]
    seconds: float

    @property
    def first(self) -> Finding | None:
        """What is wrong in the database, at its first bad position, before what is wrong in the files."""
        return self.findings[0] if self.findings else None

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        first = self.first.as_json() if self.first else None
        counts = {name: getattr(self, name) for name in ("entries", "checkpoints", "signed", "unwritten", "unsealed")}
        all_found = [finding.as_json() for finding in self.findings]
        return {"ok": not self.findings, **counts, "first": first, "findings": all_found, "seconds": self.seconds}


def verify(outside: Outside, witnessed: Sequence[str] = (), key: Verifier | None = None, alias: str = ALIAS) -> Report:
    """Check files and database; the files are measured first, so a running sequencer does no harm.

    `witnessed` are checkpoints kept elsewhere, `key` the public key the newest checkpoint must be signed with.
    """
    began = time.monotonic()
    leaves = outside.leaves.count()
    with _chain(outside, leaves, witnessed, key) as result, connection(alias) as one, connection(alias) as two:
        database = comparing.compare(one, two, outside.leaves, leaves)
        files = result()
    findings = tuple(finding for finding in (database.finding, files.finding) if finding)
    counts = (database.sealed, files.checkpoints, files.signed, database.unwritten, database.unsealed)
    return Report(*counts, findings, round(time.monotonic() - began, 3))


@contextmanager
def _chain(outside: Outside, leaves: int, *rest: Any) -> Iterator[Callable[[], Chain]]:
    """Check the files, beside the database if they are long."""
    if leaves < WORTH_A_PROCESS:
        yield lambda: chain.check(outside, leaves, *rest)
        return
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as beside:
        yield beside.submit(chain.check, outside, leaves, *rest).result
