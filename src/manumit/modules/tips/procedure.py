"""How a tip moves, and how its reward does: two tables, drawn in docs/modules/tips.md and on screen."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import IN_WORDS, Citation, Procedure, Reason, State, Transition, guard

from .models import Tip, TipCase

TRIAGED = Citation("Global Justice Information Sharing Initiative, Tips and Leads Issue Paper (2007)")
SUSPICION = Citation(
    "28 CFR 23.20(a): a tip alone is no reasonable suspicion; it makes nobody a suspect", verified=True
)
REWARD = Citation("25 USC 2803(4): BIA pays rewards for offences within its jurisdiction alone", verified=True)
TRIAGE = _("Somebody who triages tips decides it.")
WORKER = _("An investigator, a supervisor or somebody who triages decides it.")
SUPERVISOR = _("A supervisor decides it.")

SPAM = (
    Reason("advertising", _("Advertising")),
    Reason("nonsense", _("No meaning can be found in it")),
    Reason("flood", _("One of very many that are alike")),
    *IN_WORDS,
)
UNFOUNDED = (
    Reason("elsewhere", _("Shown to be otherwise")),
    Reason("no_such", _("There is no such place, person or vehicle")),
    *IN_WORDS,
)


@guard(why=_("It is linked to no case."), help=_("Link it to the case it led to first."))
def linked(actor: Actor, tip: Any) -> bool:
    """Whether a link to a case stands."""
    return TipCase.objects.visible_to(actor).filter(tip=tip, withdrawn_at=None).exists()


TIP = Procedure(
    name="tip",
    title=_("How a tip moves"),
    kind=Tip.kind,
    initial="received",
    states=(
        State("received", _("Received"), _("Nobody but triage knows of it")),
        State("pending", _("Pending"), _("Triaged; somebody works on it")),
        State("developed", _("Developed"), _("It led to something in a case")),
        State("cleared", _("Cleared"), _("Followed up; nothing more is to do")),
        State("unfounded", _("Unfounded"), _("Shown not to be so")),
        State("duplicate", _("Duplicate"), _("The same was said in another tip, which is worked on")),
        State("referred", _("Referred"), _("Another agency was told, and follows it up")),
        State("spam", _("Spam"), _("No tip at all; kept, seen by triage alone")),
    ),
    transitions=(
        Transition(
            name="triage", title=_("Triage"), sources=("received",), target="pending", action="move", reasons=None,
            who=TRIAGE, asks=("priority", "due_on"), law=(TRIAGED, SUSPICION),
        ),
        Transition(
            name="duplicate", title=_("It is a duplicate"), sources=("received", "pending"), target="duplicate",
            action="move", reasons=None, who=TRIAGE, asks=("duplicate_of",), law=(TRIAGED,),
        ),
        Transition(
            name="refer", title=_("Refer to another agency"), sources=("received", "pending"), target="referred",
            action="move", reasons=IN_WORDS, who=TRIAGE, asks=("referred_to",), law=(TRIAGED,),
        ),
        Transition(
            name="spam", title=_("It is spam"), sources=("received", "pending"), target="spam", action="move",
            reasons=SPAM, who=TRIAGE, clears=("priority", "due_on"), serious=True,
        ),
        Transition(
            name="not_spam", title=_("It is no spam"), sources=("spam",), target="received", action="move",
            reasons=None, who=TRIAGE,
        ),
        Transition(
            name="develop", title=_("It led further"), sources=("pending",), target="developed", action="edit",
            reasons=IN_WORDS, who=WORKER, guards=(linked,), law=(TRIAGED, SUSPICION),
        ),
        Transition(
            name="clear", title=_("Nothing more is to do"), sources=("pending",), target="cleared", action="edit",
            reasons=IN_WORDS, who=WORKER, law=(TRIAGED,),
        ),
        Transition(
            name="unfounded", title=_("It is unfounded"), sources=("pending",), target="unfounded", action="edit",
            reasons=UNFOUNDED, who=WORKER, law=(TRIAGED,), serious=True,
        ),
        Transition(
            name="reopen", title=_("Work on it again"),
            sources=("developed", "cleared", "unfounded", "duplicate", "referred"), target="pending", action="edit",
            reasons=IN_WORDS, who=WORKER, asks=("due_on",), clears=("duplicate_of", "referred_to"),
        ),
    ),
)  # fmt: skip


@guard(why=_("It was not triaged."), help=_("Rewards are for tips that led further: triage it first."))
def triaged(actor: Actor, tip: Any) -> bool:
    """Whether the tip was triaged and found to be one."""
    return tip.state not in {"received", "spam"}


@guard(why=_("It is not said who is to be paid."), help=_("Seal payee and amount first."))
def payee_known(actor: Actor, tip: Any) -> bool:
    """Whether a payee was sealed; that one was is known, not who."""
    return bool(tip.payee_sealed)


TIP_REWARD = Procedure(
    name="tip_reward",
    title=_("How a reward moves"),
    kind=Tip.kind,
    field="reward",
    since="reward_since_at",
    initial="open",
    states=(
        State("open", _("Not decided"), _("Nobody judged yet whether a reward is due")),
        State("eligible", _("Eligible"), _("A reward may be paid for it")),
        State("not_eligible", _("Not eligible"), _("No reward is paid for it")),
        State("approved", _("Approved"), _("Payee and amount are sealed; it is to be paid")),
        State("paid", _("Paid"), _("The payment was made"), final=True),
        State("declined", _("Declined by the giver"), _("Whoever gave it wants none"), final=True),
    ),
    transitions=(
        Transition(
            name="eligible", title=_("A reward may be paid"), sources=("open", "not_eligible"), target="eligible",
            action="supervise", reasons=IN_WORDS, who=SUPERVISOR, guards=(triaged,), law=(REWARD,),
        ),
        Transition(
            name="not_eligible", title=_("No reward is due"), sources=("open", "eligible"), target="not_eligible",
            action="supervise", reasons=IN_WORDS, who=SUPERVISOR, law=(REWARD,),
        ),
        Transition(
            name="approve", title=_("Approve the payment"), sources=("eligible",), target="approved",
            action="supervise", reasons=IN_WORDS, who=SUPERVISOR, guards=(payee_known,), law=(REWARD,), serious=True,
        ),
        Transition(
            name="reconsider", title=_("Take the approval back"), sources=("approved",), target="eligible",
            action="supervise", reasons=IN_WORDS, who=SUPERVISOR,
        ),
        Transition(
            name="pay", title=_("Record that it was paid"), sources=("approved",), target="paid", action="supervise",
            reasons=None, who=SUPERVISOR, guards=(payee_known,), serious=True,
        ),
        Transition(
            name="decline", title=_("The giver wants none"), sources=("open", "eligible", "approved"),
            target="declined", action="supervise", reasons=IN_WORDS, who=SUPERVISOR,
        ),
    ),
)  # fmt: skip
BY_NAME = {procedure.name: procedure for procedure in (TIP, TIP_REWARD)}
