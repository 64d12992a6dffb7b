"""Paired inquiries: is what is restricted answered as what nobody holds, byte for byte and in the same time?

In each pair one question is about what another agency restricts, the other about what nobody holds; which comes first
is drawn. All goes through the API, as a program would ask, in a transaction that is rolled back.
"""

import gc
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from random import Random
from statistics import median
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from manumit.modules.cases.actions.add_part import add_part as add_to_case
from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.suspects.actions.add_part import add_part as add_to_suspect
from manumit.modules.suspects.actions.open_suspect import Opening, open_suspect
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.administration import session_state
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records.askable import AskedFor

HELD = 40
"""How many restricted cases, each with a suspect, the other agency holds."""
ROOT = "/api/v1/inquiry/"
SAID = {"source": "Drill"}
WARM = 3
"""Pairs of each form asked before any is timed: what is prepared once is prepared."""


@dataclass
class Drilled:
    """How many pairs were asked, how many bodies differed, medians in milliseconds, and how far apart they are in %.

    `apart` compares the two medians, `paired` is the median of each pair's own difference; both must stay within 1 %.
    """

    pairs: int = 0
    differing: int = 0
    answered: int = 0
    restricted_ms: float = 0.0
    nothing_ms: float = 0.0
    apart: float = 0.0
    paired: float = 0.0
    forms: dict[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the fields and whether all held."""
        within = abs(self.apart) <= 1 and abs(self.paired) <= 1
        return {**asdict(self), "ok": self.differing == self.answered == 0 and within}


def drill(pairs: int, *, seed: int = 1, progress: Callable[[int], None] | None = None) -> Drilled:
    """Ask `pairs` times two questions; nothing of it stays in the database."""
    with transaction.atomic():
        asked = _run(pairs, Random(seed), progress)
        transaction.set_rollback(True)
    return asked


def question(form: str, place: int) -> dict[str, Any]:
    """Return what is asked: of the places below HELD another agency holds it, restricted; of others nobody does."""
    if form == AskedFor.PERSON:
        return {"asked_for": form, "family_name": f"Drillname{_letters(place)}", "given_names": "Ada"}
    return {"asked_for": form, "value": VALUES[form](place)}


VALUES: dict[str, Callable[[int], str]] = {
    AskedFor.PHONE: lambda place: f"406555{place:04}",
    AskedFor.PLATE: lambda place: f"DR{place:04}",
    AskedFor.VIN: lambda place: f"1FTFW1ET5DFC{place:05}",
    AskedFor.ACCOUNT: lambda place: f"drill.{place:04}@example.org",
    AskedFor.NUMBER: lambda place: f"MT-DRILL-{place:04}",
}


def _run(pairs: int, chance: Random, progress: Callable[[int], None] | None) -> Drilled:
    asker, owner = _actor("asker", "One"), _actor("owner", "Two")
    case = open_case(asker, _report("Asker"))
    for place in range(HELD):
        _hold(owner, place)
    client, drilled, times = _client(asker), Drilled(), _Times()
    forms = list(AskedFor)
    for number in range(-WARM * len(forms), pairs):
        form, place = forms[number % len(forms)], number // len(forms) % HELD
        both = {"restricted": question(form, place), "nothing": question(form, place + HELD)}
        order = chance.sample(sorted(both), 2)
        taken = {name: _ask(client, case.number, both[name]) for name in order}
        if number >= 0:
            _count(drilled, times, form, taken)
        if progress and number % 50 == 0:
            progress(number)
    return _judged(drilled, times)


class _Times:
    """Nanoseconds of each pair by form, what was restricted first."""

    def __init__(self) -> None:
        self.by_form: dict[str, list[tuple[int, int]]] = {}

    def all(self) -> Iterator[tuple[int, int]]:
        """Yield every pair."""
        for pairs in self.by_form.values():
            yield from pairs


def _count(drilled: Drilled, times: _Times, form: str, taken: dict[str, tuple[bytes, int]]) -> None:
    (restricted, first), (nothing, second) = taken["restricted"], taken["nothing"]
    drilled.pairs += 1
    drilled.differing += restricted != nothing
    drilled.answered += bool(json.loads(restricted)["answers"])
    times.by_form.setdefault(form, []).append((first, second))


def _judged(drilled: Drilled, times: _Times) -> Drilled:
    restricted, nothing = (median(column) for column in zip(*times.all(), strict=True))
    drilled.restricted_ms, drilled.nothing_ms = round(restricted / 1e6, 3), round(nothing / 1e6, 3)
    drilled.apart = round(100 * (restricted - nothing) / nothing, 3)
    drilled.paired = round(100 * median(first - second for first, second in times.all()) / nothing, 3)
    drilled.forms = {form: _paired(pairs) for form, pairs in times.by_form.items()}
    return drilled


def _paired(pairs: list[tuple[int, int]]) -> float:
    return round(100 * median(first - second for first, second in pairs) / median(second for _, second in pairs), 3)


def _ask(client: Client, case_number: str, asked: dict[str, Any]) -> tuple[bytes, int]:
    """Return the body without the inquiry's number, and the nanoseconds it took."""
    body = json.dumps({"case_kind": "case", "case_number": case_number, "because": "Drill", **asked})
    gc.collect(0)
    gc.disable()
    begun = time.perf_counter_ns()
    answer = client.post(ROOT, body, content_type="application/json", secure=True)
    taken = time.perf_counter_ns() - begun
    gc.enable()
    if answer.status_code != 201:
        raise AssertionError(f"{asked} was answered {answer.status_code}: {answer.content.decode()}")
    number = answer.json()["number"]
    return answer.content.replace(number.encode(), b"NUMBER"), taken


def _hold(owner: Actor, place: int) -> None:
    """Open a restricted case with a person, vehicle, telephone and account, and a suspect with the same."""
    case = open_case(owner, _report(f"Drillname{_letters(place)}"))
    phone, plate, vin = (VALUES[form](place) for form in (AskedFor.PHONE, AskedFor.PLATE, AskedFor.VIN))
    account, number = VALUES[AskedFor.ACCOUNT](place), VALUES[AskedFor.NUMBER](place)
    add_to_case(owner, case, "vehicles", {"plate_number": plate, "vin": vin}, **SAID)
    add_to_case(owner, case, "phones", {"number": phone, "use": "own"}, **SAID)
    add_to_case(owner, case, "accounts", {"platform": "email", "handle": account}, **SAID)
    suspect = open_suspect(owner, case, _opening(place))
    add_to_suspect(owner, suspect, "vehicles", {"plate_number": plate, "vin": vin}, **SAID)
    add_to_suspect(owner, suspect, "phones", {"number": phone}, **SAID)
    add_to_suspect(owner, suspect, "accounts", {"platform": "email", "handle": account}, **SAID)
    add_to_suspect(owner, suspect, "documents", {"document_kind": "license", "number": number}, **SAID)


def _report(family: str) -> Report:
    people = [{"role": "missing", "family_name": family, "given_names": "Ada"}]
    return Report({"case_type": "missing"}, source="Drill", people=people)


def _opening(place: int) -> Opening:
    basis = {
        "statement": "Seen at the depot", "said_by": "A clerk", "reliability": "reliable", "validity": "confirmed",
        "known_on": timezone.localdate() - timedelta(days=1),
    }  # fmt: skip
    names = [{"name_type": "legal", "given_names": "Ada", "family_name": f"Drillname{_letters(place)}"}]
    return Opening("Named in a statement", "no", basis, names=names, **SAID)


def _letters(place: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{place:04}")


def _actor(name: str, code: str) -> Actor:
    given = {"short_name": f"Drill {code}", "kind": "tribal"}
    agency, _ = Agency.objects.get_or_create(name=f"Drill agency {code}", defaults=given)
    person = Person.objects.create_user(f"{name}@drill.example", name)
    member = Membership.objects.create(person=person, agency=agency, roles=["investigator", "supervisor"])
    for kind, row in (("agency", agency), ("person", person), ("membership", member)):
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    actor = actor_for(member.pk, "investigation")
    if actor is None:
        raise LookupError(f"{name} cannot act: the drill's people must be active")
    return actor


def _client(actor: Actor) -> Client:
    host = next((each for each in settings.ALLOWED_HOSTS if each != "*"), "testserver")
    client = Client(SERVER_NAME=host)
    client.force_login(Person.objects.get(pk=actor.person_id))
    session = client.session
    session_state.begin(session, "drill")
    session.update({"membership_id": actor.membership_id, "purpose": actor.purpose})
    session.save()
    return client
