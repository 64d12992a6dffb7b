"""An agency with cases that every format takes some of: half from NamUs tables, half invented with every noun."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from benchmarks.importing import table
from manumit.modules.cases.actions.load_sample import load_sample
from manumit.modules.cases.importing.run import Run
from manumit.modules.cases.models import Case
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person

NAME = "Bench Export Agency"


def exporter() -> Actor:
    """Return who exports: a supervisor of the agency, which is made where it is missing."""
    membership = Membership.objects.filter(agency__name=NAME).first() or _made()
    actor = actor_for(membership.pk, "records")
    if actor is None:
        raise RuntimeError("the exporter may not act")
    return actor


@transaction.atomic
def _made() -> Membership:
    agency = Agency.objects.create(name=NAME, short_name=NAME, kind="federal")
    person = Person.objects.create(email="bench.exporter@example.org", full_name="Bench Exporter")
    membership = Membership.objects.create(person=person, agency=agency, roles=["supervisor"])
    for kind, row in (("agency", agency), ("person", person), ("membership", membership)):
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    return membership


def fill(actor: Actor, cases: int) -> int:
    """See to it that the agency has at least `cases` cases, and return how many it has."""
    load_sample([actor], cases - cases // 2)
    with tempfile.TemporaryDirectory() as place:
        run = Run(actor, timezone.now().date(), lambda refusal: None)
        for path in table.write(Path(place), cases // 2):
            with path.open("rb") as opened:
                run.read(opened, path.name)
    return Case.unscoped.filter(owner_id=actor.agency_id).count()
