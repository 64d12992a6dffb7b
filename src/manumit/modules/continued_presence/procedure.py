"""How a request moves: the one table, drawn in docs/modules/continued-presence.md and on screen.

Why somebody decided so is never part of the table's history: those words are sealed (see reasons.py).
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import Citation, Procedure, State, Transition, guard

from .choices import Stage

CP = Citation("22 USC 7105(c)(3); 28 CFR 1100.35")
TWO_YEARS = Citation("ICE, announcement of 30 July 2021: two years, extensions of up to two years", verified=True)
NO_CHARGES = Citation("ICE, Continued Presence: neither charges nor cooperation are a condition", verified=True)
CIVIL = Citation("22 USC 7105(c)(3)(A)(iii): while an action under 18 USC 1595 is pending")
ANSWER_FIRST = Citation("28 CFR 1100.35; 22 USC 7105(c)(3): notice and an opportunity to answer")
OFFICER = _("An investigator or supervisor of the requesting agency does it.")
SUPERVISOR = _("A supervisor of the requesting agency, other than who signed the request, does it.")
SPONSOR = _("The federal sponsor does it.")
DHS = _("DHS does it.")
OPEN = (
    Stage.DRAFT, Stage.CONCURRENCE, Stage.SPONSOR_REVIEW, Stage.SUBMITTED, Stage.INTAKE_CHECK, Stage.INFORMATION,
    Stage.VETTING, Stage.DECISION,
)  # fmt: skip
"""Stages before a decision."""
AT_DHS = (Stage.SUBMITTED, Stage.INTAKE_CHECK, Stage.INFORMATION, Stage.VETTING, Stage.DECISION)
PRESENT = (Stage.ACTIVE, Stage.EXTENSION, Stage.REVOCATION)
"""Stages in which a victim has Continued Presence."""


@guard(why=_("The request is not complete."), help=_("Answer what is listed as missing, or have the rule waived."))
def complete(actor: Actor, request: Any) -> bool:
    """Whether no completeness rule stands against the request as it was last saved."""
    return bool(not request.missing)


@guard(why=_("You signed this request in another role."), help=_("Ask a colleague: nobody signs twice in two roles."))
def signs_first(actor: Actor, request: Any) -> bool:
    """Whether the actor has signed nothing of this request yet."""
    return bool(actor.person_id not in request.signers)


@guard(why=_("No federal sponsor is chosen."), help=_("Choose the sponsor of the region, or another."))
def has_sponsor(actor: Actor, request: Any) -> bool:
    """Whether a sponsor other than the owner is named."""
    return bool(request.sponsor_id != request.owner_id)


@guard(why=_("Your agency is no federal sponsor."), help=_("Send the request to the sponsor of the region."))
def sponsors_itself(actor: Actor, request: Any) -> bool:
    """Whether the owner sponsors itself."""
    return bool(request.self_sponsored)


@guard(why=_("You reviewed this request."), help=_("Somebody other than the reviewer decides."))
def not_the_reviewer(actor: Actor, request: Any) -> bool:
    """Whether the actor did not review the request, or propose to revoke it."""
    return bool(actor.person_id != request.reviewed_by_id)


@guard(why=_("Questions were not asked at intake."), help=_("Take the other step."))
def asked_at_intake(actor: Actor, request: Any) -> bool:
    """Whether the open questions were asked during the intake check."""
    return bool(request.asked_in == Stage.INTAKE_CHECK)


@guard(why=_("Questions were not asked in vetting."), help=_("Take the other step."))
def asked_in_vetting(actor: Actor, request: Any) -> bool:
    """Whether the open questions were asked during vetting."""
    return bool(request.asked_in == Stage.VETTING)


@guard(why=_("A question waits for its answer."), help=_("Answer in the thread first."))
def answered(actor: Actor, request: Any) -> bool:
    """Whether every question has an answer."""
    return bool(not request.waits_for_answer)


@guard(why=_("The I-94 is not recorded."), help=_("Record the day the I-94 was given out."))
def has_i94(actor: Actor, request: Any) -> bool:
    """Whether the arrival record was issued."""
    return request.i94_on is not None


@guard(
    why=_("The victim was not heard."),
    help=_("Wait for the answer, or until the time for it has passed. It begins when the victim is told."),
)
def heard(actor: Actor, request: Any) -> bool:
    """Whether the victim answered the notice, or was told and the time for an answer is over."""
    return bool(request.was_heard)


def _step(name: str, title: Any, way: tuple[tuple[str, ...], str], action: str, **more: Any) -> Transition:
    sources = tuple(map(str, way[0]))
    return Transition(name=name, title=title, sources=sources, target=str(way[1]), action=action, reasons=None, **more)


S = Stage
REQUEST = Procedure(
    name="presence_request",
    title=_("How a request for Continued Presence moves"),
    kind="presence_request",
    field="state",
    since="state_since_at",
    initial=S.DRAFT.value,
    states=tuple(
        State(each.value, each.label, final=each in (S.WITHDRAWN, S.REVOKED, S.SUPERSEDED, S.ENDED, S.EXPIRED))
        for each in Stage
    ),
    transitions=(
        _step(
            "sign",
            _("Sign and send to the supervisor"),
            ((S.DRAFT,), S.CONCURRENCE),
            "sign",
            who=OFFICER,
            guards=(complete,),
            law=(CP, NO_CHARGES),
            serious=True,
        ),
        _step("return_to_officer", _("Return to the officer"), ((S.CONCURRENCE,), S.DRAFT), "concur", who=SUPERVISOR),
        _step(
            "concur",
            _("Concur and send to the sponsor"),
            ((S.CONCURRENCE,), S.SPONSOR_REVIEW),
            "concur",
            who=SUPERVISOR,
            guards=(signs_first, complete, has_sponsor),
            law=(CP,),
            serious=True,
        ),
        _step(
            "concur_and_file",
            _("Concur and file with DHS"),
            ((S.CONCURRENCE,), S.SUBMITTED),
            "concur",
            who=SUPERVISOR,
            guards=(signs_first, complete, sponsors_itself),
            law=(CP,),
            serious=True,
        ),
        _step("return_from_sponsor", _("Return to the agency"), ((S.SPONSOR_REVIEW,), S.DRAFT), "vouch", who=SPONSOR),
        _step(
            "vouch",
            _("Sponsor and file with DHS"),
            ((S.SPONSOR_REVIEW,), S.SUBMITTED),
            "vouch",
            who=SPONSOR,
            guards=(signs_first, complete),
            law=(CP,),
            serious=True,
        ),
        _step("begin_intake", _("Begin the intake check"), ((S.SUBMITTED,), S.INTAKE_CHECK), "intake", who=DHS),
        _step("ask_at_intake", _("Ask for information"), ((S.INTAKE_CHECK,), S.INFORMATION), "intake", who=DHS),
        _step(
            "answer_intake",
            _("Send the answers"),
            ((S.INFORMATION,), S.INTAKE_CHECK),
            "sign",
            who=OFFICER,
            guards=(asked_at_intake, answered),
        ),
        _step("pass_intake", _("Complete: pass on to vetting"), ((S.INTAKE_CHECK,), S.VETTING), "intake", who=DHS),
        _step("ask_in_vetting", _("Ask for information"), ((S.VETTING,), S.INFORMATION), "review", who=DHS),
        _step(
            "answer_vetting",
            _("Send the answers"),
            ((S.INFORMATION,), S.VETTING),
            "sign",
            who=OFFICER,
            guards=(asked_in_vetting, answered),
        ),
        _step(
            "finish_review",
            _("Review done: pass on to the decision"),
            ((S.VETTING,), S.DECISION),
            "review",
            who=DHS,
            guards=(signs_first,),
        ),
        _step(
            "grant",
            _("Grant for two years"),
            ((S.DECISION,), S.GRANTED),
            "decide",
            who=DHS,
            guards=(not_the_reviewer, signs_first),
            law=(CP, TWO_YEARS),
            serious=True,
        ),
        _step(
            "deny",
            _("Deny"),
            ((S.DECISION,), S.DENIED),
            "decide",
            who=DHS,
            guards=(not_the_reviewer, signs_first),
            law=(CP, NO_CHARGES),
            serious=True,
        ),
        _step("ask_again", _("Ask again"), ((S.DENIED,), S.DRAFT), "sign", who=OFFICER),
        _step("withdraw", _("Withdraw the request"), (OPEN, S.WITHDRAWN), "sign", who=OFFICER, serious=True),
        _step(
            "activate", _("Papers are out: active"), ((S.GRANTED,), S.ACTIVE), "keep_papers", who=DHS, guards=(has_i94,)
        ),
        _step(
            "ask_extension",
            _("Ask for an extension"),
            ((S.ACTIVE,), S.EXTENSION),
            "sign",
            who=OFFICER,
            law=(TWO_YEARS, CIVIL),
        ),
        _step(
            "extend",
            _("Extend for up to two years"),
            ((S.EXTENSION,), S.ACTIVE),
            "decide",
            who=DHS,
            guards=(not_the_reviewer,),
            law=(TWO_YEARS,),
            serious=True,
        ),
        _step(
            "refuse_extension",
            _("Refuse the extension"),
            ((S.EXTENSION,), S.ACTIVE),
            "decide",
            who=DHS,
            guards=(not_the_reviewer,),
            serious=True,
        ),
        _step(
            "propose_revocation",
            _("Propose to revoke"),
            ((S.ACTIVE, S.EXTENSION), S.REVOCATION),
            "review",
            who=DHS,
            law=(ANSWER_FIRST,),
            serious=True,
        ),
        _step("drop_revocation", _("Drop it: presence stays"), ((S.REVOCATION,), S.ACTIVE), "decide", who=DHS),
        _step(
            "revoke",
            _("Revoke"),
            ((S.REVOCATION,), S.REVOKED),
            "decide",
            who=DHS,
            guards=(not_the_reviewer, heard),
            law=(ANSWER_FIRST,),
            serious=True,
        ),
        _step(
            "supersede", _("Another status took its place"), ((S.GRANTED, *PRESENT), S.SUPERSEDED), "review", who=DHS
        ),
        _step(
            "end", _("End at the victim's wish"), ((S.GRANTED, *PRESENT), S.ENDED), "sign", who=OFFICER, serious=True
        ),
        _step("lapse", _("Runs out"), (PRESENT, S.EXPIRED), "lapse", who=_("The calendar does it."), law=(TWO_YEARS,)),
    ),
)
