"""The answer clock of a request: by the agreement between the two, else by the holder's own rule, else none."""

from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.actions.bind_agency import bind_agency, unbind_agency
from manumit.spine.workflow.clocks.standing import Standing, standing
from manumit.values.time_limits import Days

from ..models import ReleaseRequest
from ..questions import terms_between
from ..request_procedure import ANSWER

CITATION = 200


def clock_the_answer(actor: Actor, request: ReleaseRequest) -> None:
    """Start the holder's clock beside the request."""
    stands = by_agreement(request) or standing(ANSWER, request.other_id, timezone.localdate())
    if stands:
        bind_agency(actor, request, ANSWER, request.other_id, stands)


def stop_the_clock(actor: Actor | None, request: ReleaseRequest, *, met: bool) -> None:
    """Stop it: the request was answered (`met`), or nobody waits for an answer any more."""
    unbind_agency(actor, request, ANSWER, met=met)


def by_agreement(request: ReleaseRequest) -> Standing | None:
    """Return the shortest answer time of the agreements in force by which the holder may show any of what is asked."""
    kinds = {pair.split(".", 1)[0] for pair in request.groups}
    terms = {each.pk: each for kind in kinds for each in terms_between(request.other_id, request.owner_id, kind)}
    timed = [each for each in terms.values() if each.answer_days]
    if not timed:
        return None
    shortest = min(timed, key=lambda each: (each.answer_days or 0, each.pk))
    citation = f"{shortest.agreement}: {shortest.authority}"[:CITATION]
    return Standing(Days(shortest.answer_days or 0), citation, verified=False)
