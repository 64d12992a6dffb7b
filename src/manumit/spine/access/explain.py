"""Why can I see this? The policies that decide for a person, and the rows those policies read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from . import policies
from .decision import Decision, decide_many, record_of
from .kinds import Kind
from .models import Agreement, Release
from .policies import Node


@dataclass(frozen=True)
class Why:
    """One action and its decision. `release` and `agreement` are what an allowing policy rests on, with their expiry.

    A permit that reads releases rests on the one that ends last; one that asks for partners on the agreement.
    """

    action: str
    decision: Decision
    release: Release | None = None
    agreement: Agreement | None = None

    @property
    def expires_at(self) -> datetime | None:
        """When the reason ends by itself, None where it does not."""
        ends = [row.expires_at for row in (self.release, self.agreement) if row]
        return min(ends, default=None)


def why(actor: Actor, resource: Model, actions: Sequence[str] = (), at: datetime | None = None) -> list[Why]:
    """Return for each of `actions` (all of the kind) whether and why `actor` may do it to `resource`.

    Three queries, whatever the number of actions.
    """
    at = at or timezone.now()
    kind, record = record_of(resource)
    asked = list(actions or kind.actions)
    decisions = decide_many(actor, [(action, record) for action in asked], at)
    rows = _Rows(kind, record, actor, at)
    return [rows.explained(action, decision) for action, decision in zip(asked, decisions, strict=True)]


class _Rows:
    """The releases and the agreement that may stand behind a decision."""

    def __init__(self, kind: Kind, record: Model, actor: Actor, at: datetime) -> None:
        self.kind, self.purpose = kind, actor.purpose
        rows = Release.objects.filter(kind=kind.name, record_id=record.pk, agency_id=actor.agency_id)
        self.releases = [row for row in rows.order_by("-expires_at") if row.live(at)]
        self.agreement = Agreement.live(at).filter(agency_id=actor.agency_id).order_by("-expires_at").first()

    def explained(self, action: str, decision: Decision) -> Why:
        """Return the decision with the rows it rests on."""
        found = {policy.id: policy.body for policy in policies.of(self.kind).by_internal.values()}
        bodies = [found[name] for name in decision.policies] if decision.allowed else []
        release = self._release(action) if any(map(_reads_releases, bodies)) else None
        return Why(action, decision, release, self.agreement if any(map(_reads_agreements, bodies)) else None)

    def _release(self, action: str) -> Release | None:
        group = self.kind.context_group(action)
        fitting = (row for row in self.releases if group in row.groups and self.purpose in row.purposes)
        return next(fitting, None)


def _reads_releases(body: Node) -> bool:
    return _mentions(body, {"left": {"Var": "resource"}, "attr": "released"})


def _reads_agreements(body: Node) -> bool:
    return _mentions(body, {"left": {"Var": "principal"}, "attr": "partner"})


def _mentions(node: object, wanted: Node) -> bool:
    if isinstance(node, dict):
        return node == wanted or any(_mentions(inner, wanted) for inner in node.values())
    return isinstance(node, list) and any(_mentions(inner, wanted) for inner in node)
