"""An importer killed at any moment leaves whole batches, and the same command then ends where it would have ended."""

from __future__ import annotations

import io
import multiprocessing
import random
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from manumit.modules.cases.exporting.htcds.fields import SHEET
from manumit.modules.cases.importing import batch, command, htcds, people_command, run
from manumit.modules.cases.models import (
    Belonging,
    Case,
    CaseDocument,
    CasePerson,
    Exploitation,
    Feature,
    FeedEntry,
    OutsideNumber,
    Phone,
    Vehicle,
)
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Agency
from manumit.spine.records import RecordHistory

from . import documents
from .conftest import missing

ROWS, BATCH = 1_200, 50
PEOPLE = 120
"""Victims of an HTCDS sheet, each taken in by itself."""
DOCUMENTS = 400
"""A document has a score of parts and takes longer than a row."""
KILLS = 3


def start(file: Path, importing: Callable[[Path], None] | None = None) -> BaseProcess:
    """Run the command in a process of its own; forked, for a fresh one would spend its life with imports."""
    connections.close_all()
    importer = multiprocessing.get_context("fork").Process(target=importing or import_file, args=[file])
    importer.start()
    return importer


def import_file(file: Path) -> None:
    run.BATCH = BATCH
    sys.stdout = sys.stderr = io.StringIO()
    options = {"agency": "", "person": "", "dry_run": False, "json": True, "complete": False, "state": []}
    sys.exit(command.run(Namespace(paths=[file], **options)))


def contents(older: bool) -> bytes:
    """The later table changes every other row of the older one."""
    changed = {} if older else {"City": "Sitka", "Date Modified": "08/01/2025"}
    rows = ({"Case Number": f"MP{row}", **(changed if row % 2 else {})} for row in range(ROWS))
    return missing(*rows)


def demand_nothing_half_done() -> None:
    """Every case has its person, its number, a step of history and a leaf for each version; nothing is left over."""
    cases = dict(Case.unscoped.values_list("pk", "version"))
    steps = list(
        RecordHistory.objects.filter(kind="case").order_by("record_id", "version").values_list("record_id", "version")
    )
    assert steps == [(pk, version) for pk in sorted(cases) for version in range(1, cases[pk] + 1)]
    assert Entry.objects.filter(kind="case").count() == len(steps)
    for model in (CasePerson, OutsideNumber):
        assert sorted(model.unscoped.values_list("case_id", flat=True)) == sorted(cases)
    assert all(
        version == 1 or city == "Sitka" for version, city in Case.unscoped.values_list("version", "last_seen_city")
    )


@pytest.mark.committed
@pytest.mark.usefixtures("alice")
def test_killed_again_and_again_it_ends_in_the_same_state(tmp_path: Path) -> None:
    chance = random.Random(2025)
    for older in (True, False):
        file = tmp_path / "export.csv"
        file.write_bytes(contents(older))
        killed = [was_killed(start(file), chance.uniform(0.05, 0.6)) for _ in range(KILLS)]
        assert any(killed)
        importer = start(file)
        importer.join()
        assert importer.exitcode == 0
        demand_nothing_half_done()
    assert Case.unscoped.count() == ROWS
    assert Case.unscoped.filter(version=2, last_seen_city="Sitka").count() == ROWS // 2


def served(older: bool) -> bytes:
    """The same as `contents`, as documents: the later file no longer lists the tattoo in every other one."""
    return documents.file(*(_document(number, older or not number % 2) for number in range(1, DOCUMENTS + 1)))


def _document(number: int, older: bool) -> dict[str, Any]:
    mark = {"id": number, "identityId": 1, "physicalFeature": {"name": "Tattoo"}, "description": "A star"}
    plain = {"idFormatted": f"MP{number}", "caseIdentification": {}, "physicalFeatureDescriptions": [mark]}
    later = {"modifiedDateTime": "2025-08-01T12:00:00Z", "physicalFeatureDescriptions": []}
    return documents.document("MP", number, **plain) | ({} if older else later)


@pytest.mark.committed
@pytest.mark.usefixtures("alice")
def test_killed_among_documents_it_ends_in_the_same_state(tmp_path: Path) -> None:
    chance = random.Random(2026)
    for older in (True, False):
        file = tmp_path / "served.json"
        file.write_bytes(served(older))
        killed = [was_killed(start(file), chance.uniform(0.1, 0.9), demand_whole_documents) for _ in range(KILLS)]
        assert any(killed)
        importer = start(file)
        importer.join()
        assert importer.exitcode == 0
        demand_whole_documents()
    assert Case.unscoped.count() == Vehicle.unscoped.count() == Feature.unscoped.count() // 2 == DOCUMENTS
    assert Feature.unscoped.exclude(withdrawn_at=None).count() == DOCUMENTS // 2
    assert Case.unscoped.filter(version=2).count() == DOCUMENTS // 2


def demand_whole_documents() -> None:
    """Each case that is there has all its parts, its words, its place in a feed, a step and a leaf for each version."""
    cases = dict(Case.unscoped.values_list("pk", "version"))
    assert Entry.objects.filter(kind="case").count() == RecordHistory.objects.count() == sum(cases.values())
    for model in (CasePerson, OutsideNumber, Vehicle, Belonging, FeedEntry, CaseDocument):
        assert sorted(model.unscoped.values_list("case_id", flat=True)) == sorted(cases), model
    assert sorted(Feature.unscoped.values_list("case_id", flat=True)) == sorted([*cases, *cases])
    gone = Feature.unscoped.exclude(withdrawn_at=None).values_list("case_id", flat=True)
    assert {pk for pk, version in cases.items() if version == 2} == set(gone)


def import_sheet(file: Path) -> None:
    sys.stdout = sys.stderr = io.StringIO()
    options = {"agency": "", "person": "", "source": "", "json": True}
    sys.exit(people_command.run(htcds.reports, Namespace(paths=[file], **options)))


def sheet() -> str:
    names = ["vic_TypeOfExploitation", "prs_FirstName", "prs_MobilePhone"]
    assert set(names) <= {field.name for field in SHEET}
    rows = (f"ForcedLabour,Ana {number},+1 202 555 {number:04}" for number in range(PEOPLE))
    return "\n".join([",".join(names), *rows])


@pytest.mark.committed
@pytest.mark.usefixtures("alice")
def test_killed_among_victims_it_takes_each_in_once(tmp_path: Path) -> None:
    chance = random.Random(2027)
    file = tmp_path / "victims.csv"
    file.write_text(sheet())
    killed = [
        was_killed(start(file, import_sheet), chance.uniform(0.1, 0.7), demand_whole_people) for _ in range(KILLS)
    ]
    assert any(killed)
    importer = start(file, import_sheet)
    importer.join()
    assert importer.exitcode == 0
    demand_whole_people()
    assert Case.unscoped.count() == PEOPLE


def demand_whole_people() -> None:
    """Each case that is there has its person, telephone, exploitation and words, and a leaf for each version."""
    cases = dict(Case.unscoped.values_list("pk", "version"))
    assert Entry.objects.filter(kind="case").count() == RecordHistory.objects.count() == sum(cases.values())
    for model in (CasePerson, Phone, Exploitation, CaseDocument):
        assert sorted(model.unscoped.values_list("case_id", flat=True)) == sorted(cases), model


def was_killed(importer: BaseProcess, after: float, judge: Callable[[], None] = demand_nothing_half_done) -> bool:
    time.sleep(after)
    importer.kill()
    importer.join()
    wait_for_its_server_process()
    judge()
    return importer.exitcode == -signal.SIGKILL


def wait_for_its_server_process() -> None:
    """What the killed client sent last may still be on its way to a commit: the lock is free once that is decided."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute(batch.LOCK, [Agency.objects.get().pk])
