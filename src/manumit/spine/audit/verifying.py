"""The whole check: files against signatures, database against files."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from . import chain, comparing
from .connecting import ALIAS, connection
from .evidence import Finding
from .note import Verifier
from .outside import Outside


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
        """The finding at the lowest position; what is wrong in the database before what is wrong in the files."""
        return self.findings[0] if self.findings else None

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        first = self.first.as_json() if self.first else None
        counts = {name: getattr(self, name) for name in ("entries", "checkpoints", "signed", "unwritten", "unsealed")}
        all_found = [finding.as_json() for finding in self.findings]
        return {"ok": not self.findings, **counts, "first": first, "findings": all_found, "seconds": self.seconds}


def verify(outside: Outside, witnessed: Sequence[str] = (), key: Verifier | None = None, alias: str = ALIAS) -> Report:
    """Check files and database; the files are measured first, so a running sequencer does no harm."""
    began = time.monotonic()
    leaves = outside.leaves.count()
    files = chain.check(outside, leaves, witnessed, key)
    with ExitStack() as stack:
        entries, places = (stack.enter_context(connection(alias)) for _ in range(2))
        database = comparing.compare(entries, places, outside.leaves, leaves)
    findings = tuple(finding for finding in (database.finding, files.finding) if finding)
    counts = (database.sealed, files.checkpoints, files.signed, database.unwritten, database.unsealed)
    return Report(*counts, findings, round(time.monotonic() - began, 3))
