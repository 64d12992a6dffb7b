"""The measurement: rows a second and the most memory of a first import, and rows a second of the same again.

The search document of each case is written in the same transaction, as in any installation.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from manumit.modules.cases.importing.run import Run
from manumit.modules.cases.models import CaseDocument
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records import registry

from . import table

KILOBYTE = 1024 if sys.platform != "darwin" else 1024 * 1024


def measure(rows: int) -> dict[str, Any]:
    """Return `rows_per_s` and `peak_mb` of an import of `rows`, each of them a new case.

    The two `cpu_us_a_row` are microseconds of processor time of this process and of its server process;
    `again_rows_per_s` is the speed of offering the same files a second time.
    """
    registry.load()
    actor = _importer()
    with tempfile.TemporaryDirectory() as place:
        files = table.write(Path(place), rows)
        first, again = _timed(actor, files), _timed(actor, files)
    return {
        "rows": rows,
        "rows_per_s": round(rows / first["seconds"]),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 1_000_000, 1),
        "own_cpu_us_a_row": round(first["cpu"] / rows * 1_000_000, 1),
        "server_cpu_us_a_row": round(first["server_cpu"] / rows * 1_000_000, 1),
        "again_rows_per_s": round(rows / again["seconds"]),
        "added": first["added"],
        "unchanged_again": again["unchanged"],
        "refused": first["refused"] + again["refused"],
        "documents": CaseDocument.unscoped.filter(case__owner_id=actor.agency_id).count(),
    }


def _importer() -> Actor:
    """A new agency each time, so that each case is a new one for it."""
    name = f"Bench {timezone.now():%Y%m%d%H%M%S%f}"
    with transaction.atomic():
        agency = Agency.objects.create(name=name, short_name=name[-20:], kind="federal")
        email = f"{name.replace(' ', '')}@example.org".lower()
        person = Person.objects.create(email=email, full_name="Bench Importer")
        membership = Membership.objects.create(person=person, agency=agency, roles=["supervisor"])
        for kind, row in (("agency", agency), ("person", person), ("membership", membership)):
            audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    actor = actor_for(membership.pk, "records")
    if actor is None:
        raise RuntimeError("the importer just made may not act")
    return actor


def _timed(actor: Actor, files: list[Path]) -> dict[str, Any]:
    wall, own, server = time.perf_counter(), time.process_time(), _server_cpu()
    run = Run(actor, timezone.now().date(), lambda refusal: None)
    for file in files:
        with file.open("rb") as opened:
            run.read(opened, file.name)
    spent = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - own}
    return {**spent, "server_cpu": _server_cpu() - server, **run.tally.as_json()}


def _server_cpu() -> float:
    """Return the seconds of processor time of our own server process so far; 0 where the system does not tell."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        stat = Path(f"/proc/{cursor.fetchone()[0]}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
