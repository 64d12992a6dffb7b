"""File the promises of a StratML file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from manumit.spine.access import Denied, allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..choices import Status
from ..exporting.stratml import BadStratml, Plan, Promise
from ..models import Commitment
from ..models import Plan as PlanRecord
from ..reading.agencies import agency_of
from .file_commitment import filed

LONGEST_CODE = 20
MOST = 2_147_483_647
"""The greatest number of units that can be kept."""


@dataclass
class Imported:
    """What became of each promise: `new` is filed (or would be), `known` is here already."""

    new: list[Promise] = field(default_factory=list)
    known: list[tuple[Promise, str]] = field(default_factory=list)
    filed: list[Commitment] = field(default_factory=list)


def compared(actor: Actor, plan: Plan) -> Imported:
    """Return which promises are new and which are known, by number or by agency and words. Raises BadStratml."""
    found = Imported()
    for promise in plan.promises:
        values = values_of(promise)
        if known := _known(actor, promise, values):
            found.known.append((promise, known.number))
        else:
            found.new.append(promise)
    return found


def import_stratml(actor: Actor, plan: Plan, *, source: str, into: PlanRecord | None = None) -> Imported:
    """File each new promise as a commitment; known ones stay as they are.

    Raises Denied, BadStratml naming objective and field; then nothing is filed.
    """
    decision = allowed(actor, "create", Commitment(owner_id=actor.agency_id))
    if not decision:
        raise Denied(decision)
    found = compared(actor, plan)
    found.filed += _file(actor, found.new, source, into) if found.new else []
    return found


@action("commitment.import_stratml")
def _file(actor: Actor, promises: Sequence[Promise], source: str, into: PlanRecord | None) -> list[Commitment]:
    return [filed(actor, {**values_of(each), "plan": into}, source=source) for each in promises]


def values_of(promise: Promise) -> dict[str, Any]:
    """Return the promise as fields of a commitment. Raises BadStratml naming objective and field.

    What the file calls completed is in progress here until it is evidenced.
    """
    where = promise.number or promise.title or _("an objective")
    codes = [_code(name, where) for name in promise.agencies if name.strip()]
    title = promise.title.strip() or promise.thing.strip()
    if not codes or not title:
        missing = _("Stakeholder with the agency's name") if title else _("Name")
        raise BadStratml(_("%(where)s: give it a %(field)s.") % {"where": where, "field": missing})
    verb, _space, thing = promise.thing.strip().partition(" ")
    return {
        "agency_code": codes[0], "joint_codes": list(dict.fromkeys(codes[1:])), "pillar": promise.pillar,
        "title": _fitting("title", title, where), "verb": _fitting("verb", verb, where), "thing": thing or title,
        "sentence": promise.sentence, "due_on": _day(promise, where),
        "measure": _fitting("measure", promise.measure, where), "target": _target(promise, where),
        "status": Status.IN_PROGRESS if promise.status == Status.COMPLETED else promise.status,
    }  # fmt: skip


def _fitting(name: str, text: str, where: str) -> str:
    most = getattr(Commitment._meta.get_field(name), "max_length", None)
    if most is not None and len(text) > most:
        field = {"title": "Name", "verb": "Description", "measure": "MeasurementDimension"}[name]
        told = {"where": where, "field": field, "most": most, "length": len(text)}
        raise BadStratml(_("%(where)s: %(field)s has %(length)s letters, %(most)s are the most: shorten it.") % told)
    return text


def _code(name: str, where: str) -> str:
    known = agency_of(name) or name.strip()
    if len(known) > LONGEST_CODE:
        told = {"where": where, "name": name, "most": LONGEST_CODE}
        raise BadStratml(_("%(where)s: write the agency %(name)s by its short name (%(most)s letters).") % told)
    return known


def _target(promise: Promise, where: str) -> int | None:
    if promise.target is not None and promise.target > MOST:
        told = {"where": where, "number": promise.target, "most": MOST}
        raise BadStratml(_("%(where)s: NumberOfUnits %(number)s is more than %(most)s.") % told)
    return promise.target


def _day(promise: Promise, where: str) -> date | None:
    try:
        return date.fromisoformat(promise.due) if promise.due else None
    except ValueError:
        told = {"where": where, "due": promise.due}
        raise BadStratml(_("%(where)s: EndDate %(due)s is no day: write it like 2026-09-30.") % told) from None


def _known(actor: Actor, promise: Promise, values: dict[str, Any]) -> Commitment | None:
    mine = Commitment.objects.visible_to(actor)
    by_number = mine.filter(number=promise.number).first() if promise.number else None
    same = {name: values[name] for name in ("agency_code", "title", "verb", "thing")}
    return by_number or mine.filter(**same).first()


def told_of(found: Imported) -> Sequence[str]:
    """Return a line for each promise, for command and screen."""
    new = [_("new: %(title)s (%(agency)s)") % {"title": p.title, "agency": ", ".join(p.agencies)} for p in found.new]
    return [
        *new,
        *(_("here already as %(number)s: %(title)s") % {"number": n, "title": p.title} for p, n in found.known),
    ]
