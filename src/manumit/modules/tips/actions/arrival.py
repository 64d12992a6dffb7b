"""A tip that arrives, by whatever channel: its row, its key and what is sealed of its giver, in one go."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.audit.prepared import prepared, wide
from manumit.spine.identity.actor import Actor
from manumit.spine.records import changing, numbers, provenance, sealed
from manumit.spine.workflow.beside import demand_words

from .. import secret
from ..choices import Danger
from ..clocks import triage_by
from ..form_token import FormToken
from ..models import Tip
from ..models.tip import CONTENT, LONG, SHORT
from .telling_triage import tell_of_tip


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody told: `said` by field of the content, `giver` by sealed field, empty where they gave none."""

    channel: str
    said: Mapping[str, str]
    giver: Mapping[str, str] = field(default_factory=dict)
    danger: str = Danger.UNKNOWN
    origin: str = "entered"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the giver is told: the number, the secret, and whether the same form had been sent before."""

    number: str
    secret: str
    again: bool = False


KEEP_KEY = "INSERT INTO tips_tipkey (tip_id, derived, form) VALUES (%s, %s, %s)"
_drawn: deque[str] = deque()
DRAWN_AT_ONCE = 20
"""Numbers are drawn so many at a time: in a flood a round trip each is felt. Those never used are gaps, as any."""
IDENTITY = ("name", "telephone", "email", "other", "headers")
"""Any of these says who gave it; without, a tip is anonymous."""


def drafted(agency_id: int, arrival: Arrival) -> Tip:
    """Return the tip as it will stand, without number, unsaved. Raises Refused where nothing was said."""
    now = timezone.now()
    said = {name: str(arrival.said.get(name, "")).strip()[:SHORT] for name in CONTENT if arrival.said.get(name)}
    said["what"] = demand_words(str(arrival.said.get("what", "")), _("Say what happened, or what you know."))[:LONG]
    danger = arrival.danger if arrival.danger in Danger.values else Danger.UNKNOWN
    return Tip(
        owner_id=agency_id, opened_at=now, changed_at=now, state_since_at=now, reward_since_at=now,
        channel=arrival.channel, danger=danger, origin=arrival.origin,
        anonymous=not any(arrival.giver.get(name) for name in IDENTITY),
        triage_by=triage_by(agency_id, now, danger=danger == Danger.YES),
        provenance=provenance.begin(provenance.said("Whoever gave the tip")), **said,
    )  # fmt: skip


def file(actor: Actor | None, tip: Tip, arrival: Arrival, form: FormToken, verb: str) -> str:
    """Save a drafted tip with its key and sealed giver, tell triage, and return the secret. The action's own part."""
    shown = secret.of_form(form.form_id)
    tip.number = _next_number()
    tip.save(force_insert=True)
    _keep_key(tip, secret.derive(shown), form)
    given = {name: value.strip() for name, value in arrival.giver.items() if value and value.strip()}
    if given:
        sealed.put_new("giver", [(tip, given)])
    changing.step(tip, actor, {f"giver.{name}": {"sealed": True} for name in given})
    detail: dict[str, Any] = {"channel": str(tip.channel)}
    audit.record(actor, verb, kind=Tip.kind, record_id=tip.pk, detail=detail)
    tell_of_tip(tip, actor)
    return shown


def _keep_key(tip: Tip, derived: str, form: FormToken) -> None:
    """Keep the row of `TipKey`. Raises IntegrityError where something was sent with this form before."""
    with prepared(connection) as cursor:  # in words of our own: each tip of a flood pays for it
        cursor.execute(KEEP_KEY, (wide(tip.pk), derived, form.digest))


def _next_number() -> str:
    """Return a number nobody has; two threads may both draw, which wastes some and gives none twice."""
    while True:
        try:
            return _drawn.popleft()
        except IndexError:
            _drawn.extend(numbers.allocate_many(Tip.number_prefix, DRAWN_AT_ONCE))
