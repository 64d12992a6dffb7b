"""Who asks in the drill of inquiries, what another agency holds, and what is asked. All of it is invented."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from manumit.modules.cases.actions.add_part import add_part as add_to_case
from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.cases.models import Case
from manumit.modules.suspects.actions.add_part import add_part as add_to_suspect
from manumit.modules.suspects.actions.open_suspect import Opening, open_suspect
from manumit.modules.suspects.models import Suspect
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records.askable import AskedFor
from manumit.spine.records.choices import Level

HELD = 40
"""Of how many places each holding is made."""
SAID = {"source": "Drill"}
HELD_AT: dict[str, tuple[Level, ...]] = {
    "restricted": (Level.RESTRICTED,),
    "nothing": (),
    "one": (Level.POINTER,),
    "several": (Level.POINTER, Level.POINTER, Level.RESTRICTED),
}
"""What the other agency holds of the thing that is asked for, each a case with a suspect, by level."""
FIRST_PLACE = {name: HELD * index for index, name in enumerate(HELD_AT)}


def question(form: str, held: str, place: int) -> dict[str, Any]:
    """Return what is asked: for one of the HELD things of which the other agency holds what `held` says."""
    place += FIRST_PLACE[held]
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


def hold(owner: Actor, held: str) -> None:
    """Let the owner's agency hold what `held` says."""
    for place in range(FIRST_PLACE[held], FIRST_PLACE[held] + HELD):
        for level in HELD_AT[held]:
            case, suspect = _hold(owner, place)
            Case.unscoped.filter(pk=case).update(level=level)
            Suspect.unscoped.filter(pk=suspect).update(level=level)


def asking_case(asker: Actor) -> str:
    """Open the case for which is asked; return its number."""
    return open_case(asker, _report("Asker")).number


def _hold(owner: Actor, place: int) -> tuple[int, int]:
    """Open a case with a person, vehicle, telephone and account, and a suspect with the same; return their ids."""
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
    return case.pk, suspect.pk


def _report(family: str) -> Report:
    people = [{"role": "missing", "family_name": family, "given_names": "Ada"}]
    return Report({"case_type": "missing"}, source="Drill", people=people)


def _opening(place: int) -> Opening:
    basis = {
        "statement": "Seen at the depot", "said_by": "A clerk", "reliability": "reliable", "validity": "confirmed",
        "known_on": timezone.localdate() - timedelta(days=1),
    }  # fmt: skip
    names = [{"name_type": "legal", "given_names": "Ada", "family_name": f"Drillname{_letters(place)}"}]
    return Opening("Named in a statement", "no", basis, names=names, source=SAID["source"])


def _letters(place: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{place:04}")


def member(name: str, code: str) -> Actor:
    given = {"short_name": f"Drill {code}", "kind": "tribal"}
    """Return somebody who investigates and supervises at a Tribal agency of this code."""
    agency, _ = Agency.objects.get_or_create(name=f"Drill agency {code}", defaults=given)
    person = Person.objects.create_user(f"{name}@drill.example", name)
    member = Membership.objects.create(person=person, agency=agency, roles=["investigator", "supervisor"])
    for kind, row in (("agency", agency), ("person", person), ("membership", member)):
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    actor = actor_for(member.pk, "investigation")
    if actor is None:
        raise LookupError(f"{name} cannot act: the drill's people must be active")
    return actor
