"""Take in many agencies, offices and officers at once; each row by the actions that take in one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import Denied
from manumit.spine.administration.actions.create_agency import create_agency
from manumit.spine.administration.actions.invite import invite
from manumit.spine.administration.refusals import Refused as NotAllowed
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency, Invitation
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..models import Office
from ..onboarding import Line
from .register_office import register_office


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a row: what was `done`, in words, or why it was `refused`; a refused row changes nothing."""

    line: int
    name: str
    done: tuple[str, ...] = ()
    refused: str = ""


@action("presence.onboard")
def onboard(actor: Actor, lines: Sequence[Line]) -> list[Outcome]:
    """Take in each row by itself: the agency if it is new, its office, the invitation of its officer.

    Raises Refused for who does not operate this installation.
    """
    if Role.OPERATOR not in actor.roles:
        raise Refused(_("An operator of this installation takes agencies in."))
    found = [_row(actor, line) for line in lines]
    detail = {"rows": len(found), "refused": sum(bool(each.refused) for each in found)}
    audit.record(actor, "presence.onboard", detail=detail)
    return found


def rehearse(actor: Actor, lines: Sequence[Line]) -> list[Outcome]:
    """Return what `onboard` would do, and do nothing: it is done and rolled back. Raises as `onboard` does."""
    with transaction.atomic():
        found = onboard(actor, lines)
        transaction.set_rollback(True)
    return found


def _row(actor: Actor, line: Line) -> Outcome:
    name = line.cells.get("short_name", "")
    if line.refused:
        return Outcome(line.number, name, refused=line.refused)
    try:
        with transaction.atomic():
            return Outcome(line.number, name, done=tuple(_take_in(actor, line)))
    except (Denied, Refused, NotAllowed, ValidationError, DatabaseError) as error:
        return Outcome(line.number, name, refused=_why(error))


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, Denied):
        return " ".join(map(str, error.decision.reasons)) or _("You may not do this.")
    return _("The database refuses it: is a name taken twice?") if isinstance(error, DatabaseError) else str(error)


def _take_in(actor: Actor, line: Line) -> list[str]:
    agency, made = _agency(actor, line)
    done = [_("agency created")] if made else []
    parts: tuple[tuple[str, Callable[[Actor, Agency, Line], list[str]]], ...] = (
        ("power", _offices),
        ("email", _invited),
    )
    for column, deed in parts:
        if line.cells.get(column):
            done += deed(actor, agency, line)
    if not done:
        raise Refused(_("Everything in this row is there already."))
    return done


def _agency(actor: Actor, line: Line) -> tuple[Agency, bool]:
    short_name = line.cells["short_name"]
    if not short_name:
        raise Refused(_("Give the short name of the agency."))
    known = Agency.objects.filter(short_name=short_name).first()
    if known is not None:
        return known, False
    if not line.cells.get("name") or line.cells.get("kind") not in AgencyKind.values:
        raise Refused(_("A new agency needs a name, and a kind: %(kinds)s.") % {"kinds": ", ".join(AgencyKind.values)})
    given = {"name": line.cells["name"], "kind": line.cells["kind"], "ori": line.cells.get("ori", "").upper()}
    Agency(short_name=short_name, **given).full_clean()
    return create_agency(actor, short_name=short_name, **given), True


def _offices(actor: Actor, agency: Agency, line: Line) -> list[str]:
    power = line.cells["power"]
    regions = line.several("states") or [""]
    there = set(Office.objects.filter(agency=agency, power=power).values_list("region", flat=True))
    fresh = [region for region in regions if region not in there]
    for region in fresh:
        register_office(actor, agency, power, region)
    return [f"{power} {region}".strip() for region in fresh]


def _invited(actor: Actor, agency: Agency, line: Line) -> list[str]:
    email, person, roles = line.cells["email"].lower(), line.cells.get("person", ""), line.several("roles")
    validate_email(email)
    if not person or not roles or set(roles) - set(Role.values):
        raise Refused(_("An officer needs a name, and roles of the list with blanks between."))
    if Invitation.objects.filter(email=email, agency=agency).exists():
        raise Refused(_("This person was invited already."))
    invite(actor, email, person, agency, roles)
    return [_("invited: %(email)s") % {"email": email}]
