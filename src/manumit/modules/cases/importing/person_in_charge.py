"""For which agency, and in whose name, a command on the server acts."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from manumit.spine.access import allowed
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Membership
from manumit.spine.records.choices import Level

from ..models import Case
from .writing import ORIGIN


class NobodyInCharge(LookupError):
    """Nobody fits what was asked for, or nobody who does may open cases; the text says which and what would help."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a command is about to do: the `action` policies decide on, in `words`, and `who` may."""

    action: str
    words: str
    who: str


OPEN = Deed("create", "open cases", "an investigator, supervisor or intake officer")
EXPORT = Deed("export", "export cases", "a supervisor or analyst")


def in_charge(agency: str, email: str, deed: Deed = OPEN, purpose: str = Purpose.RECORDS) -> tuple[Actor, str]:
    """Return who acts, and that in words; without names, the first agency and its first person who may do the deed.

    `agency` is a short name, `email` a person's address; letter case aside. Raises NobodyInCharge.
    """
    memberships = Membership.objects.select_related("person", "agency").order_by("agency_id", "pk")
    if agency:
        memberships = memberships.filter(agency__short_name__iexact=agency)
    if email:
        memberships = memberships.filter(person__email__iexact=email)
    for membership in memberships:
        actor = actor_for(membership.pk, purpose)
        if actor and allowed(actor, deed.action, _sample(actor)):
            return actor, f"{membership.person} for {membership.agency.short_name}"
    raise NobodyInCharge(_why(agency, email, memberships.exists(), deed))


def _sample(actor: Actor) -> Case:
    return Case(owner_id=actor.agency_id, level=Level.OPEN, origin=ORIGIN, opened_at=timezone.now())


def _why(agency: str, email: str, found: bool, deed: Deed) -> str:
    whom = " and ".join(part for part in (email and f"person {email}", agency and f"agency {agency}") if part)
    if found:
        return f"Nobody may {deed.words} ({whom or 'in any agency'}): {deed.who} may."
    return f"There is no {whom or 'person in any agency'}: name them with --person EMAIL and --agency SHORT_NAME."
