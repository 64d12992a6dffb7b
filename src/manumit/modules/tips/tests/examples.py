"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from dataclasses import replace

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records import Record, action, registry
from manumit.spine.records.manifest import SampleData

from .. import form_token
from ..actions.answer_giver import answer_giver
from ..actions.arrival import Arrival
from ..actions.hand_over import offer_tip
from ..actions.import_email import keep
from ..actions.link_case import link_case
from ..actions.move_tip import move_tip
from ..actions.receive_tip import receive_tip
from ..importing.email_file import Attached
from ..models import Tip, TipAttachment, TipDesk
from .conftest import GIVER, SAID

PAGES = (
    "", "answer/", "link/", "link/<int:link_id>/", "give/", "move/<slug:step>/", "reward/<slug:step>/", "giver/",
    "giver/seal/", "payment/", "payment/seal/", "history/", "readers/", "attachment/<int:attachment_id>/",
    "attachment/<int:attachment_id>/content/", "handover/",
)  # fmt: skip
HANDOVERS = ("tips/handovers/<slug:number>/", "tips/handovers/<slug:number>/step/<slug:step>/")
ROUTES = tuple(f"tips/<slug:number>/{page}" for page in PAGES)
TODAY = "2030-01-15"


def examples(person: Membership) -> dict[str, str]:
    """Give the person's agency a tip, triaged, answered and linked where there are cases; return values by argument."""
    desk, _made = TipDesk.objects.get_or_create(agency_id=person.agency_id, defaults={"address": "example"})
    told = Arrival("public", SAID, dict(GIVER), "yes")
    tip = Tip.unscoped.get(number=receive_tip(desk, told, form_token.accept("x", form_token.issue("x"))).number)
    actor = actor_for(person.pk, "investigation")
    assert actor is not None
    actor = replace(actor, roles=actor.roles | {"triage", "supervisor"})
    given = {"priority": "high", "due_on": TODAY}
    move_tip(actor, tip, "triage", expected_version=tip.version, answers=given)
    answer_giver(actor, tip, "Thank you. Did you see the plate?")
    case = _case_of(person)
    link = link_case(actor, tip, case, note="The same depot").pk if case else 1
    found = {f"{route} number": tip.number for route in ROUTES} | {"desk": desk.address, "link_id": str(link)}
    handover = _offered(actor, desk)
    found |= {f"{route} number": handover for route in HANDOVERS} | {f"{HANDOVERS[1]} step": "withdraw"}
    found["attachment_id"] = str(_attached(actor, tip))
    found |= {f"{route} step": "clear" for route in ROUTES if "move" in route}
    return found | {f"{route} step": "eligible" for route in ROUTES if "reward" in route}


def _offered(actor: Actor, desk: TipDesk) -> str:
    """Offer another tip to the triage of an agency invented for it, the last by name, as modules take the first; return
    the number of the handing over.
    """
    other, made = Agency.objects.get_or_create(name="Triage of the examples", defaults={"kind": "state"})
    if made:
        person = Person.objects.create_user("triage@example.org", "Tess Example")
        Membership.objects.create(person=person, agency=other, roles=["triage"])
    told = Arrival("public", SAID, {}, "no")
    tip = Tip.unscoped.get(number=receive_tip(desk, told, form_token.accept("x", form_token.issue("x"))).number)
    return offer_tip(actor, tip, other_id=other.pk, reason="Their county").number


@action("tip.import")
def _attached(actor: Actor, tip: Tip) -> int:
    """Attach a text, and return the attachment's id."""
    keep(actor, tip, Attached("note.txt", b"Grey van, 7?K"))
    return TipAttachment.unscoped.get(tip=tip).pk


def _case_of(person: Membership) -> Record | None:
    """Return an invented record of the person's agency; None where no module has one."""
    actor = actor_for(person.pk, "investigation")
    if actor is None or "case" not in {kind.name for kind in kinds.all_kinds()}:
        return None
    for offer in registry.providers(SampleData):
        offer.load([actor], 1)
    rows: list[Record] = kinds.get("case").model_class.objects.page(actor, limit=1).rows  # type: ignore[attr-defined]  # every kind's model is scoped
    return rows[0] if rows else None
