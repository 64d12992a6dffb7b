"""Invent requests at every stage for the demonstration, through the same actions as everybody else's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils import timezone

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.records.files.receiving import SealingUploadHandler

from ..asked import BY_NAME
from ..facts import answer_facts
from ..models import PresenceRequest
from ..proofs.invented import ANSWERS
from .attach_file import attach_file
from .file_request import Filing, file_request
from .move_request import Said, move_request
from .note_family import Relative, note_family_member, record_parole
from .record_fact import record_fact
from .record_sending import Sent, record_sending
from .register_office import register_office

ORIGIN = "sample"
REGION = "MT"
PERMIT = "C11"
"""A category of the sample's own office; which one is right is not verified."""
Cast = Mapping[str, Actor]
NAMES = (
    ("Ilse", "Marrow"), ("Teo", "Vantry"), ("Nadia", "Corvel"), ("Pia", "Lindqua"), ("Oren", "Tasker"),
    ("Suli", "Hartow"), ("Mina", "Orbell"), ("Jun", "Peralto"), ("Dara", "Quist"), ("Lena", "Sorrow"),
    ("Ana", "Felder"), ("Kofi", "Brandel"), ("Rhea", "Molvar"), ("Tam", "Ostrey"),
)  # fmt: skip
WAY = (
    ("officer", "sign"), ("supervisor", "concur"), ("sponsor", "vouch"), ("intake", "begin_intake"),
    ("intake", "pass_intake"), ("reviewer", "finish_review"), ("decider", "grant"),
)  # fmt: skip
FAR = len(WAY)
SCENES: tuple[tuple[int, str], ...] = (
    (0, "unanswered"), (0, ""), (1, ""), (2, ""), (3, ""), (4, "question"), (5, ""), (6, ""), (FAR, ""),
    (FAR, "active"), (FAR, "extension"), (FAR, "revocation"), (6, "denied"), (1, "returned"),
)  # fmt: skip
"""How many steps of WAY each invented request has gone, and what happened then."""
DENIED = Said(
    words="We were not told what you saw, or that you went to court.",
    words_es="No nos dijeron lo que vio, ni si fue a la corte.",
    ground="no_witness", from_trafficker=False, rests_on=["answer.witness"],
)  # fmt: skip
PROPOSED = Said(
    words="You left the country in May.", words_es="Salió del país en mayo.", ground="left", from_trafficker=False,
    rests_on=["answer.status"],
)  # fmt: skip


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """See to it that there are `wanted` invented requests, at most one a scene; return how many were added.

    None without an agency that asks and has two people, a federal sponsor, and one that decides and has two.
    """
    there = count_sample()
    cast = _cast(actors)
    numbers = range(there, min(wanted, len(SCENES))) if cast else range(0)
    for index in numbers:
        _invent(cast, index)
    return len(numbers)


def count_sample() -> int:
    """Return how many invented requests there are."""
    return PresenceRequest.unscoped.filter(origin=ORIGIN).count()


def _cast(actors: Sequence[Actor]) -> Cast:
    """Return who plays, empty where somebody is missing; the offices are registered."""
    asks = next((each.agency_id for each in actors if each.agency_kind == AgencyKind.TRIBAL), None)
    found = {
        "supervisor": _somebody(Role.SUPERVISOR, asks), "officer": _somebody(Role.INVESTIGATOR, asks),
        "sponsor": _somebody(Role.PRESENCE_SPONSOR), "intake": _somebody(Role.PRESENCE_INTAKE),
        "reviewer": _somebody(Role.PRESENCE_REVIEWER), "decider": _somebody(Role.PRESENCE_DECIDER),
    }  # fmt: skip
    cast = {name: actor for name, actor in found.items() if actor}
    people = {actor.person_id for name, actor in cast.items() if name != "intake"}
    if len(cast) < len(found) or len(people) < len(found) - 1 or asks is None:
        return {}
    sponsor, office = (Agency.objects.get(pk=cast[name].agency_id) for name in ("sponsor", "decider"))
    register_office(None, sponsor, "sponsor", REGION)
    register_office(None, office, "decider", permit_codes=[PERMIT])
    return cast


def _somebody(role: Role, agency_id: int | None = None) -> Actor | None:
    rows = Membership.objects.filter(roles__contains=[role.value], active=True).order_by("pk")
    row = (rows.filter(agency=agency_id) if agency_id else rows.filter(agency__kind=AgencyKind.FEDERAL)).first()
    purpose = Purpose.INVESTIGATION if role in (Role.INVESTIGATOR, Role.PRESENCE_SPONSOR) else Purpose.RECORDS
    return actor_for(row.pk, purpose) if row else None


def _invent(cast: Cast, index: int) -> None:
    steps, then = SCENES[index]
    given, family = NAMES[index]
    answers: dict[str, Any] = {**ANSWERS, "given_names": given, "family_name": family}
    if then == "unanswered":
        answers = {"given_names": given}
    shared = {name: answers[name] for name in _shared() if name in answers}
    own = {name: value for name, value in answers.items() if name not in shared}
    [request] = file_request(cast["officer"], Filing(REGION, shared, [own], origin=ORIGIN))
    for who, step in WAY[:steps]:
        _go(cast[who], request, step, Said(answers=answers))
    if then in THEN:
        THEN[then](cast, request)


def _shared() -> list[str]:
    return [each.name for step in BY_NAME.values() if step.shared for each in step.questions]


def _go(actor: Actor, request: PresenceRequest, step: str, said: Said) -> None:
    request.refresh_from_db()
    move_request(actor, request, step, expected_version=request.version, said=said)


def _question(cast: Cast, request: PresenceRequest) -> None:
    _go(cast["intake"], request, "ask_at_intake", Said(words="Which house was she kept in, and until when?"))


def _returned(cast: Cast, request: PresenceRequest) -> None:
    _go(cast["supervisor"], request, "return_to_officer", Said(words="Say who took her papers."))


def _denied(cast: Cast, request: PresenceRequest) -> None:
    _go(cast["decider"], request, "deny", _with_facts(DENIED))
    record_sending(cast["intake"], request, Sent("denial", "person", "The victim, with her lawyer"))


def _active(cast: Cast, request: PresenceRequest) -> None:
    """Let the papers go out; the victim's brother is brought in, and a sheet is attached."""
    record_fact(cast["intake"], request, "i94")
    record_fact(cast["intake"], request, "permit", code=PERMIT)
    _go(cast["intake"], request, "activate", Said())
    record_sending(cast["intake"], request, Sent("grant", "post", "The shelter's post box"))
    record_sending(cast["intake"], request, Sent("hhs", "secure", "HHS, by its portal"))
    request.refresh_from_db()
    brother = Relative("Emil Marrow", "sibling", where="Abroad", danger="They know where he goes to school")
    record_parole(cast["officer"], note_family_member(cast["officer"], request, brother), "asked", timezone.localdate())
    attach_file(cast["officer"], request, "sheet", _received(b"Invented: what she told on the first day.\n"))


def _extension(cast: Cast, request: PresenceRequest) -> None:
    _active(cast, request)
    _go(cast["officer"], request, "ask_extension", Said(words="The trial is set for next year"))


def _revocation(cast: Cast, request: PresenceRequest) -> None:
    _active(cast, request)
    _go(cast["reviewer"], request, "propose_revocation", _with_facts(PROPOSED))


def _with_facts(said: Said) -> Said:
    return replace(said, facts=answer_facts(ANSWERS))


def _received(content: bytes) -> Any:
    handler = SealingUploadHandler()
    handler.new_file("file", "sheet.txt", "text/plain", len(content))
    handler.receive_data_chunk(content, 0)
    return handler.file_complete(len(content))


THEN = {
    "question": _question, "returned": _returned, "denied": _denied, "active": _active, "extension": _extension,
    "revocation": _revocation,
}  # fmt: skip
