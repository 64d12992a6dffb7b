"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from django.db import transaction

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership

from ..actions.attach_file import attach_file
from ..actions.begin_request import begin_request
from ..actions.mark_fact import mark_fact
from ..actions.note_family import Relative, note_family_member
from ..asked import STEPS
from ..facts import family_facts
from ..models import Office, PresenceRequest
from . import people
from .answers import ALL
from .uploads import PNG, received

PAGES = (
    "", "victim/", "step/<slug:step>/", "move/<slug:step>/", "thread/", "file/", "record/<slug:fact>/", "sponsor/",
    "representative/", "representative/end/", "waive/", "vetting/", "disclosures/", "extension/", "files/", "family/",
    "files/<int:file_id>/", "files/<int:file_id>/aside/", "files/<int:file_id>/withdraw/",
    "family/<int:place>/<slug:what>/", "marks/", "marks/<slug:sort>/<int:place>/", "sent/", "officer/", "reoffer/",
)  # fmt: skip
MOVES = (
    "sign",
    "return_to_officer",
    "deny",
    "supersede",
    "ask_at_intake",
    "ask_extension",
    "extend",
    "propose_revocation",
    "revoke",
)
ROUTES = (
    *(f"presence/<slug:presence_draft>/step/{step.name}/" for step in STEPS),
    *(f"presence/<slug:presence_active>/move/{step}/" for step in MOVES),
    "presence/<slug:presence_active>/",
    "presence/<slug:presence_asked>/",
    "presence/<slug:presence_asked>/thread/",
    "presence/<slug:presence_active>/record/victim_answered/",
)
"""Pages that share an address with others: each step of a request, each kind of form, requests at other stages."""


def examples(person: Membership) -> dict[str, str]:
    """Begin requests at several stages, and return values by argument."""
    actor = actor_for(person.pk, "investigation")
    assert actor is not None
    number = begin_request(actor, region="MT").number
    begun = "presence-new/<slug:kind>/<slug:number>/"
    found = {f"presence/<slug:number>/{page} number": number for page in PAGES}
    found |= {f"{begun} kind": "presence_request", f"{begun} number": number}
    found["presence/<slug:number>/step/<slug:step>/ step"] = "agency"
    found["presence/<slug:number>/move/<slug:step>/ step"] = "withdraw"
    return found | {"fact": "victim_told"} | _at_stages(actor) | _beside(actor, number)


@transaction.atomic
def _at_stages(actor: Actor) -> dict[str, str]:
    """Return numbers of a half answered draft, of one that waits for an answer, and of an active one."""
    agency = Agency.objects.get(pk=actor.agency_id)
    for power in ("sponsor", "decider"):
        Office.objects.get_or_create(agency=agency, power=power, region="")
    roles = {
        "signs": ("investigator",), "concurs": ("supervisor",), "intake": ("presence_intake",),
        "reviews": ("presence_reviewer",), "decides": ("presence_decider",),
    }  # fmt: skip
    cast = {name: people.member_of(f"Page {name}", agency, held, "records") for name, held in roles.items()}
    half = dict(list(ALL.items())[:6])
    return {
        "presence_draft": people.answered(actor, begin_request(actor, region="MT"), half).number,
        "presence_asked": _brought(cast, ("sign", "concur_and_file", "begin_intake", "ask_at_intake")).number,
        "presence_active": _active(cast).number,
    }


TAKEN_BY = {
    "sign": "signs", "concur_and_file": "concurs", "begin_intake": "intake", "ask_at_intake": "intake",
    "pass_intake": "intake", "finish_review": "reviews", "grant": "decides",
}  # fmt: skip


def _brought(cast: people.Cast, steps: tuple[str, ...]) -> PresenceRequest:
    request = people.answered(cast["signs"], begin_request(cast["signs"], region="MT"))
    for step in steps:
        people.go(cast[TAKEN_BY[step]], request, step, words="Which house was it?")
    return request


def _active(cast: people.Cast) -> PresenceRequest:
    way = ("sign", "concur_and_file", "begin_intake", "pass_intake", "finish_review", "grant")
    return people.activated(cast["intake"], _brought(cast, way))


def _beside(actor: Actor, number: str) -> dict[str, str]:
    """Attach a file and note a relative, and return their keys."""
    request = PresenceRequest.unscoped.get(number=number)
    file = attach_file(actor, request, "photo", received(PNG))
    member = note_family_member(actor, request, Relative("Ada Quill", "parent", where="Freedonia"))
    marked = mark_fact(actor, request, "family.1", "Her boss", facts=family_facts({"family_1": {"name": "Ada Quill"}}))
    marks = "presence/<slug:number>/marks/<slug:sort>/<int:place>/"
    files, family = "presence/<slug:number>/files/<int:file_id>/", "presence/<slug:number>/family/<int:place>/"
    return {
        **{f"{files}{page} file_id": str(file.pk) for page in ("", "aside/", "withdraw/")},
        f"{family}<slug:what>/ place": str(member.place),
        f"{family}<slug:what>/ what": "asked",
        f"{marks} sort": "request",
        f"{marks} place": str(marked.place),
    }
