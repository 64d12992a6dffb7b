"""The people of the tests and the drill, and what they do without a screen."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Membership, Person

from ..actions.move_request import ADVERSE, Said, move_request
from ..actions.record_fact import record_fact
from ..actions.save_answers import save_answers
from ..facts import answer_facts
from ..models import Office, Operation, PresenceRequest
from .answers import ALL, SHARED, flat

RESTING = {"facts": answer_facts(flat(ALL)), "rests_on": ["answer.threats"]}
Cast = Mapping[str, Actor]
AGENCIES = {
    "city": AgencyKind.LOCAL, "sponsor": AgencyKind.FEDERAL, "dhs": AgencyKind.FEDERAL,
    "counsel": AgencyKind.SERVICE_PROVIDER, "elsewhere": AgencyKind.STATE,
}  # fmt: skip
PEOPLE = {
    "detective": ("city", ("investigator",), "investigation"),
    "colleague": ("city", ("investigator",), "investigation"),
    "supervisor": ("city", ("supervisor",), "supervision"),
    "analyst": ("city", ("analyst",), "investigation"),
    "sponsor": ("sponsor", ("presence_sponsor",), "investigation"),
    "intake": ("dhs", ("presence_intake",), "records"),
    "reviewer": ("dhs", ("presence_reviewer",), "records"),
    "decider": ("dhs", ("presence_decider",), "records"),
    "both": ("dhs", ("presence_reviewer", "presence_decider"), "records"),
    "oversight": ("dhs", ("presence_oversight",), "supervision"),
    "lawyer": ("counsel", ("presence_counsel",), "records"),
    "charlie": ("elsewhere", ("investigator", "supervisor", "presence_sponsor", "presence_reviewer"), "investigation"),
    "federal_charlie": ("dhs", ("investigator", "supervisor", "analyst", "auditor", "operator"), "investigation"),
}


@transaction.atomic
def cast() -> Cast:
    """Make agencies, people and offices."""
    agencies = {}
    for name, kind in AGENCIES.items():
        agencies[name] = Agency.objects.create(name=f"Invented {name}", short_name=f"INV-{name}", kind=kind)
        audit.record(None, "agency.add", kind="agency", record_id=agencies[name].pk)
    Office.objects.create(agency=agencies["sponsor"], power="sponsor", region="MT")
    Office.objects.create(agency=agencies["dhs"], power="decider")
    return {name: member_of(name, agencies[of], roles, purpose) for name, (of, roles, purpose) in PEOPLE.items()}


@transaction.atomic
def member_of(name: str, agency: Agency, roles: tuple[str, ...], purpose: str) -> Actor:
    """Let somebody join an agency, and return them as they act."""
    mailbox = name.lower().replace(" ", ".")
    person = Person.objects.create_user(f"{mailbox}@{agency.short_name.lower()}.example", name.title())
    member = Membership.objects.create(person=person, agency=agency, roles=list(roles))
    for kind, row in (("person", person), ("membership", member)):
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    actor = actor_for(member.pk, purpose)
    assert actor is not None
    return actor


def answered(actor: Actor, request: PresenceRequest, steps: Any = ALL, standing: Any = None) -> PresenceRequest:
    """Answer every step."""
    known = dict(standing or {})
    for step, answers in steps.items():
        holder: Any = Operation.unscoped.get(pk=request.operation_id) if step in SHARED else request
        holder.refresh_from_db()
        save_answers(actor, request, step, answers, expected_version=holder.version, standing=known)
        known |= {name: value for name, value in answers.items() if value}
    request.refresh_from_db()
    return request


def go(actor: Actor, request: PresenceRequest, step: str, **said: Any) -> PresenceRequest:
    """Take a step with whatever it wants."""
    request.refresh_from_db()
    given = {"answers": flat(ALL), **(RESTING if step in ADVERSE else {}), **said}
    return move_request(actor, request, step, expected_version=request.version, said=Said(**given))


def to_active(cast: Cast, request: PresenceRequest) -> PresenceRequest:
    """Bring a complete draft through to an active grant."""
    for who, step in WAY:
        go(cast[who], request, step)
    return activated(cast["intake"], request)


def activated(intake: Actor, request: PresenceRequest) -> PresenceRequest:
    """Give the papers out."""
    record_fact(intake, request, "i94")
    return go(intake, request, "activate")


WAY = (
    ("detective", "sign"), ("supervisor", "concur"), ("sponsor", "vouch"), ("intake", "begin_intake"),
    ("intake", "pass_intake"), ("reviewer", "finish_review"), ("decider", "grant"),
)  # fmt: skip
