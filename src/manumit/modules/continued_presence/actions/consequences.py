"""What a step writes beside the stage: hands, signatures, grants. One function a step, found by its name."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.refusing import Refused
from manumit.values.time_limits import Years, last_day

from ..choices import GrantKind, Stage
from ..models import Grant, PresenceRequest
from ..questions import decider
from .telling_the_victim import answer_by

if TYPE_CHECKING:
    from .move_request import Said

TWO_YEARS = Years(2)
ONE_DAY = timedelta(days=1)


def last_day_of(start: datetime) -> Any:
    """Return the last day of two years from `start`: the day of the same number, 28 February after a 29th."""
    zone = timezone.get_default_timezone()
    return last_day(TWO_YEARS.due(start, zone), zone)


def _signed(actor: Actor, request: PresenceRequest) -> list[int]:
    return [*request.signers, actor.person_id]


def _sign(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"signers": [actor.person_id], "reviewed_by_id": None}


def _void(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"signers": [], "with_sponsor": False, "reviewed_by_id": None}


def _concur(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"signers": _signed(actor, request), "with_sponsor": True}


def _file(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    office = decider()
    if office is None:
        raise Refused(_("No agency decides requests in this install: an operator names one first."))
    return {"signers": _signed(actor, request), "decider": office, "with_decider": True}


def _ask_at_intake(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"asked_in": Stage.INTAKE_CHECK}


def _ask_in_vetting(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"asked_in": Stage.VETTING}


def _answered(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"asked_in": ""}


def _reviewed(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"signers": _signed(actor, request), "reviewed_by_id": actor.person_id}


def _grant(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    now = timezone.now()
    until = last_day_of(now)
    _keep(request, GrantKind.FIRST, timezone.localdate(now), until)
    return {"signers": _signed(actor, request), "until_on": until, "deferred_action": False}


def _extend(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    assert request.until_on is not None  # noqa: S101 - the table's constraint says so of every active request
    begins = request.until_on + ONE_DAY
    most = last_day_of(datetime.combine(request.until_on, time(12), timezone.get_default_timezone()))
    until = said.until_on or most
    if not begins <= until <= most:
        raise Refused(_("An extension ends after the present last day, and two years after it at most."))
    _keep(request, GrantKind.EXTENSION, begins, until)
    return {"until_on": until, "reminded": None, "refusals": 0}


def _refused(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"victim_told_on": None, "refusals": request.refusals + 1}


def _propose(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    due = answer_by(request, timezone.now())
    return {"reviewed_by_id": actor.person_id, "answer_by_at": due, "answered_at": None, "victim_told_on": None}


def _dropped(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"answer_by_at": None, "answered_at": None}


def _untold(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"victim_told_on": None}


def _again(actor: Actor, request: PresenceRequest, said: "Said") -> dict[str, Any]:
    return {"signers": [], "with_sponsor": False, "with_decider": False, "reviewed_by_id": None, "asked_in": ""}


def _keep(request: PresenceRequest, kind: GrantKind, from_on: Any, until_on: Any) -> None:
    Grant.unscoped.bulk_create(
        [Grant(request=request, grant_kind=kind, from_on=from_on, until_on=until_on, decided_at=timezone.now())]
    )


CONSEQUENCES: Mapping[str, Callable[[Actor, PresenceRequest, "Said"], dict[str, Any]]] = {
    "sign": _sign,
    "return_to_officer": _void,
    "return_from_sponsor": _void,
    "concur": _concur,
    "concur_and_file": _file,
    "vouch": _file,
    "ask_at_intake": _ask_at_intake,
    "ask_in_vetting": _ask_in_vetting,
    "answer_intake": _answered,
    "answer_vetting": _answered,
    "finish_review": _reviewed,
    "grant": _grant,
    "deny": _untold,
    "ask_again": _again,
    "withdraw": _untold,
    "extend": _extend,
    "refuse_extension": _refused,
    "propose_revocation": _propose,
    "drop_revocation": _dropped,
    "revoke": _untold,
}
