"""Record what a nation decided about a use of its people's records."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, nations
from manumit.spine.access.decision import Decision
from manumit.spine.access.models import NationRule, Use
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from .keep_to_nation import keep_all

NOT_THEIRS = _("Only a supervisor of an agency of the nation records what it decided.")


@dataclass(frozen=True, slots=True)
class Decided:
    """A nation's decision: `use`, by which agency (for investigation; None for all), yes or no, from when, by whom.

    `citation` names the council resolution. `ends_at`, where given, ends it by itself.
    """

    use: str
    allowed: bool
    decided_by: str
    citation: str
    agency_id: int | None = None
    effective_at: datetime | None = None
    ends_at: datetime | None = None


def may_record(actor: Actor, nation_id: int) -> bool:
    """Return whether the actor may record decisions of the nation."""
    speaks = actor.active and "supervisor" in actor.roles and actor.purpose not in {"audit", "training"}
    return speaks and actor.nation_id is not None and actor.nation_id == nation_id


@action("nation.decide")
def record_decision(actor: Actor, nation_id: int, decided: Decided) -> NationRule:
    """Keep the decision; it counts from `effective_at` (now), and earlier ones stay readable.

    Releases that it no longer allows end with that moment by themselves. Raises Denied, ValidationError by field.
    """
    if not may_record(actor, nation_id):
        raise Denied(Decision(False, (), (str(NOT_THEIRS),)))
    nations.hold(nation_id)
    rule = _rule(actor, nation_id, decided)
    rule.save(force_insert=True)
    detail = {"nation": nation_id, "use": rule.use, "allowed": rule.allowed, "citation": rule.citation}
    audit.record(actor, "nation.decide", kind="nation", record_id=nation_id, detail={**detail, "rule": rule.pk})
    if rule.use == Use.INVESTIGATION:
        keep_all(actor, nation_id, max(rule.effective_at, timezone.now()))
    return rule


def _rule(actor: Actor, nation_id: int, decided: Decided) -> NationRule:
    now = timezone.now()
    from_when = decided.effective_at or now
    investigates = decided.use == Use.INVESTIGATION
    checks = {
        "use": (decided.use in Use.values, _("Choose one of the uses.")),
        "decided_by": (bool(decided.decided_by.strip()), _("Say who decided.")),
        "citation": (bool(decided.citation.strip()), _("Cite the resolution or other act.")),
        "agency": (investigates or decided.agency_id is None, _("Only investigation is allowed to single agencies.")),
        "ends_at": (decided.ends_at is None or decided.ends_at > from_when, _("It must end after it begins.")),
        "effective_at": (from_when >= now or decided.effective_at is None, _("It cannot take effect in the past.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)
    return NationRule(
        nation_id=nation_id, use=decided.use, agency_id=decided.agency_id, allowed=decided.allowed,
        effective_at=from_when, ends_at=decided.ends_at, decided_by=decided.decided_by.strip(),
        citation=decided.citation.strip(), recorded_by_id=actor.person_id,
    )  # fmt: skip
