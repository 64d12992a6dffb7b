"""An agency, its people, and files as NamUs writes them, with invented names and numbers."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from manumit.modules.cases.importing.namus_layout import MISSING, REMAINS, Table
from manumit.modules.cases.importing.run import Run
from manumit.modules.cases.importing.tally import Tally
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records import registry
from manumit.values.strict_csv import Refusal

TODAY = date(2025, 10, 3)
_DEFAULTS = {
    "Case Number": "MP100001",
    "DLC": "06/08/2025",
    "Legal Last Name": "Alder",
    "Legal First Name": "Robin",
    "Missing Age": "41 Years",
    "Case": "UP100001",
    "ME/C Case": "ME/C Case 63184",
    "DBF": "06/08/2025",
    "Age From": "27.0",
    "Age To": "37.0",
    "City": "Juneau",
    "County": "Juneau",
    "State": "AK",
    "Biological Sex": "Male",
    "Race / Ethnicity": "White / Caucasian",
    "Date Modified": "07/07/2025",
}


def table(layout: Table, *rows: dict[str, str], bom: bytes = b"") -> bytes:
    """A file of `layout` whose rows differ from an invented one by the cells given."""
    lines = [",".join(layout.columns)]
    for row in rows:
        cells = {**_DEFAULTS, **row}
        lines.append(",".join(quoted(cells[column]) for column in layout.columns))
    return bom + "\r\n".join([*lines, ""]).encode("utf-8", "surrogateescape")


def quoted(cell: str) -> str:
    return f'"{cell}"' if "," in cell else cell


def missing(*rows: dict[str, str]) -> bytes:
    return table(MISSING, *rows)


def remains(*rows: dict[str, str]) -> bytes:
    return table(REMAINS, *rows)


@dataclass
class Outcome:
    """What a run said."""

    tally: Tally
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[Refusal] = field(default_factory=list)

    @property
    def counts(self) -> tuple[int, ...]:
        """Added, changed, unchanged, refused; offered is checked to be their sum."""
        counts = self.tally.as_json()
        offered = counts.pop("offered")
        assert offered == sum(counts.values())
        return tuple(counts.values())


Importing = Callable[..., Outcome]


def member(agency: Agency, name: str, *roles: str) -> Membership:
    person = Person.objects.create(email=f"{name}@example.org", full_name=name.title())
    return Membership.objects.create(person=person, agency=agency, roles=list(roles))


@pytest.fixture
def agency(db: None) -> Agency:
    registry.load()
    return Agency.objects.create(name="Rolling River Police", short_name="RRPD", kind="tribal")


@pytest.fixture
def alice(agency: Agency) -> Actor:
    actor = actor_for(member(agency, "alice", "supervisor").pk, "records")
    assert actor
    return actor


@pytest.fixture
def importing(alice: Actor) -> Importing:
    """Import the contents of some files, named a.csv, b.csv and so on, in one run."""

    def run(*contents: bytes, dry_run: bool = False, actor: Actor = alice, today: date = TODAY) -> Outcome:
        outcome = Outcome(Tally())
        run = Run(actor, today, outcome.refusals.append, dry_run=dry_run, tally=outcome.tally)
        run.note = outcome.notes.append
        for place, content in enumerate(contents):
            run.read(io.BytesIO(content), f"{chr(97 + place)}.csv")
        return outcome

    return run


@pytest.fixture(scope="session")
def shared_namus() -> Path:
    """The folder of real exports. Its absence is a failure, never a skip."""
    root = Path(__file__).resolve().parents[6]
    folder = Path(os.environ.get("MANUMIT_SHARED", root.parent / "shared")) / "data" / "namus"
    assert folder.is_dir(), f"{folder} is not there: set MANUMIT_SHARED to the folder that holds data/namus"
    return folder


def csv_files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.csv"))


@pytest.fixture
def bob(db: None) -> Actor:
    """Somebody of another agency."""
    other = Agency.objects.create(name="Cedar Valley Unit", short_name="CVU", kind="federal")
    actor = actor_for(member(other, "bob", "investigator").pk, "records")
    assert actor
    return actor
