"""Open the record of a person of interest, in a case and on a basis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, allowed, require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, numbers, provenance
from manumit.spine.records.changing import cleaned, step
from manumit.spine.records.choices import Certainty
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import Standing, Under18
from ..models import Basis, Suspect, SuspectCase, SuspectName, SuspectPart
from ..models.suspect import DESCRIPTION
from ..rules import PART_RULES, SUSPECT_RULES, PartFacts, SuspectFacts
from .cleaning import clean_part
from .reviewing import restart_clock, review_on


@dataclass(frozen=True)
class Opening:
    """What is known when somebody becomes of interest: who, in which way, on what basis, and who says so.

    `basis` and each of `names` are values by field of `Basis` and `SuspectName`; `description` values of the suspect.
    """

    how: str
    under_18: str
    basis: Mapping[str, Any]
    source: str
    names: Sequence[Mapping[str, Any]] = ()
    description: Mapping[str, Any] | None = None
    certainty: str = Certainty.EXACT
    origin: str = "entered"


@action("suspect.open")
def open_suspect(actor: Actor, case: Record, opening: Opening) -> Suspect:
    """Open a record owned by the actor's agency, tied to `case`: a person of interest, never at once a suspect.

    Raises Denied or Hidden without permission `work` on the case or `create` here, Refused without a basis, Broken,
    ValidationError by field.
    """
    require(actor, "work", case)
    suspect = _drafted(actor, opening)
    decision = allowed(actor, "create", suspect)
    if not decision:
        raise Denied(decision)
    SUSPECT_RULES.require(SuspectFacts(suspect))
    parts = [*_described(opening), _tie(case, opening.how)]
    suspect.number = numbers.allocate(Suspect.number_prefix)
    suspect.save(force_insert=True)
    _save(suspect, parts)
    step(suspect, actor, {})
    audit.record(actor, "suspect.open", kind=suspect.kind, record_id=suspect.pk)
    restart_clock(actor, suspect)
    return suspect


def _drafted(actor: Actor, opening: Opening) -> Suspect:
    now = timezone.now()
    if opening.under_18 not in Under18.values:
        raise Refused(_("Say whether the person was under 18: yes, no or not known."))
    suspect = Suspect(
        owner_id=actor.agency_id, opened_at=now, changed_at=now, standing=Standing.PERSON_OF_INTEREST,
        standing_since_at=now, under_18=opening.under_18, minor=opening.under_18 != Under18.NO, validated_at=now,
        review_on=review_on(actor.agency_id, now), origin=opening.origin,
        provenance=provenance.begin(provenance.said(opening.source, opening.certainty)),
    )  # fmt: skip
    given = {name: value for name, value in (opening.description or {}).items() if name in DESCRIPTION}
    for column, value in cleaned(suspect, given).items():
        setattr(suspect, column, value)
    return suspect


def _described(opening: Opening) -> list[SuspectPart]:
    if not str(opening.basis.get("statement", "")).strip():
        raise Refused(_("Nobody is of interest without a basis: say in facts what is known."))
    return [_made(Basis(), opening.basis), *(_made(SuspectName(), name) for name in opening.names)]


def _made(row: SuspectPart, values: Mapping[str, Any]) -> SuspectPart:
    for name, value in clean_part(row, values).items():
        setattr(row, name, value)
    row.full_clean_part()
    PART_RULES.require(PartFacts(row))
    return row


def _tie(case: Record, how: str) -> SuspectCase:
    note = demand_words(how, _("Say how the person comes into the case."))
    return SuspectCase(case_kind=case.kind, case_id=case.pk, case_number=case.number, note=note)


def _save(suspect: Suspect, parts: Sequence[SuspectPart]) -> None:
    for row in parts:
        row.suspect = suspect
        type(row).unscoped.bulk_create([row])
    name = next((row for row in parts if isinstance(row, SuspectName)), None)
    suspect.display_name = name.listed[:200] if name else ""
    suspect.has_basis = any(isinstance(row, Basis) and row.carries for row in parts)
    columns = {"display_name": suspect.display_name, "has_basis": suspect.has_basis}
    Suspect.unscoped.filter(pk=suspect.pk).update(**columns)
