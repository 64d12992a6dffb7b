"""How a progress report reaches the public: the one table, drawn in docs/modules/action-plan.md and on screen."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import IN_WORDS, Citation, Procedure, State, Transition, guard

from .choices import Status, UpdateState
from .models import Commitment, CouncilComment, Evidence, JointWord, ProgressUpdate

MEASURE = Citation("22 USC 7103(d): the task force shall measure and evaluate progress", verified=True)
CONTACT = _("A contact or the lead of the reporting agency does it.")
LEAD = _("The lead of the reporting agency decides it.")
SECRETARIAT = _("The secretariat decides it.")


@guard(
    why=_("“Completed” needs evidence, and none is given."),
    help=_("Add to the commitment what shows that it was kept, or choose another status."),
)
def evidenced(actor: Actor, update: Any) -> bool:
    """Nothing is completed on somebody's word alone."""
    if update.status != Status.COMPLETED:
        return True
    return bool(Evidence.objects.visible_to(actor).filter(commitment=update.commitment_id).exists())


@guard(
    why=_("A delay is reported without its reason and a new date."),
    help=_("Say why it is late, and by when it will be done."),
)
def delay_explained(actor: Actor, update: Any) -> bool:
    """A delay tells why and until when."""
    return update.status != Status.DELAYED or bool(update.reason and update.new_due_on)


@guard(
    why=_("A partner agency of this joint commitment has not said that it is completed."),
    help=_("Ask the partner for its word; until then report it as in progress."),
)
def partners_agree(actor: Actor, update: Any) -> bool:
    """A joint commitment is completed when every agency says so."""
    commitment = _commitment(actor, update)
    if update.status != Status.COMPLETED or not commitment.joint_codes:
        return True
    words = JointWord.objects.visible_to(actor).filter(commitment=update.commitment_id).order_by("said_at", "id")
    newest = dict(words.values_list("agency_code", "status"))
    codes = set(commitment.agencies) - {reporting(update, commitment)}
    return all(newest.get(code) == Status.COMPLETED for code in codes)


@guard(
    why=_("You wrote this report yourself."),
    help=_("Ask another lead of your agency: two people see each report before it leaves."),
)
def by_another(actor: Actor, update: Any) -> bool:
    """Who drafts does not approve."""
    return bool(update.drafted_by_id != actor.person_id)


@guard(
    why=_("The survivors' council may still comment on it."),
    help=_("Wait until its days are over, or until it says that it has nothing to add."),
)
def council_heard(actor: Actor, update: Any) -> bool:
    """The council has its days, unless it has spoken."""
    if CouncilComment.objects.visible_to(actor).filter(update=update).exists():
        return True
    plan = _commitment(actor, update).plan
    days = plan.comment_days if plan else 0
    return bool(update.state_since_at + timedelta(days=days) <= timezone.now())


@guard(
    why=_("A comment of the survivors' council has no answer."),
    help=_("Answer each comment; the answer is kept beside it."),
)
def council_answered(actor: Actor, update: Any) -> bool:
    """No comment is left without an answer."""
    open_ones = CouncilComment.objects.visible_to(actor).filter(update=update, answered_at=None).exclude(text="")
    return not open_ones.exists()


def reporting(update: Any, commitment: Commitment) -> str:
    """Return the code under which the reporting agency is known in the commitment."""
    code = str(update.owner.short_name)
    return code if code in commitment.agencies else commitment.agency_code


def _commitment(actor: Actor, update: Any) -> Commitment:
    return Commitment.objects.visible_to(actor).select_related("plan").get(pk=update.commitment_id)


UPDATE = Procedure(
    name="progress_update",
    title=_("How a progress report moves"),
    kind=ProgressUpdate.kind,
    initial=UpdateState.DRAFT,
    states=(
        State("draft", _("Draft"), _("Being written in the agency")),
        State("submitted", _("With the agency's lead"), _("Waits for the agency's approval")),
        State("approved", _("With the secretariat"), _("The council may comment; the secretariat decides")),
        State("accepted", _("Accepted"), _("Published with its commitment")),
        State("withdrawn", _("Withdrawn"), _("Taken back; no longer published"), final=True),
    ),
    transitions=(
        Transition(
            name="submit",
            title=_("Hand to the lead"),
            sources=("draft",),
            target="submitted",
            action="edit",
            who=CONTACT,
            reasons=None,
            guards=(evidenced, delay_explained),
            law=(MEASURE,),
        ),
        Transition(
            name="approve",
            title=_("Approve for the agency"),
            sources=("submitted",),
            target="approved",
            action="move",
            who=LEAD,
            reasons=None,
            guards=(by_another, evidenced, delay_explained),
        ),
        Transition(
            name="return_to_contact",
            title=_("Return to the contact"),
            sources=("submitted",),
            target="draft",
            action="move",
            who=LEAD,
            reasons=IN_WORDS,
        ),
        Transition(
            name="accept",
            title=_("Accept"),
            sources=("approved",),
            target="accepted",
            action="supervise",
            who=SECRETARIAT,
            reasons=None,
            guards=(evidenced, delay_explained, partners_agree, council_heard, council_answered),
        ),
        Transition(
            name="return_to_agency",
            title=_("Return to the agency"),
            sources=("approved",),
            target="draft",
            action="supervise",
            who=SECRETARIAT,
            reasons=IN_WORDS,
        ),
        Transition(
            name="withdraw",
            title=_("Withdraw"),
            sources=("accepted",),
            target="withdrawn",
            action="supervise",
            who=SECRETARIAT,
            reasons=IN_WORDS,
            serious=True,
        ),
    ),
)
