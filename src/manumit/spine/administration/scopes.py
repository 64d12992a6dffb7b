"""What the person acting may see of agencies, people and invitations. Every page starts here."""

from typing import Any

from manumit.spine.access import ScopedQuerySet, find
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Invitation, Membership


def agencies(actor: Actor | None, action: str = "read_summary") -> ScopedQuerySet[Agency]:
    """Return the agencies on which `actor` may do `action`, by name."""
    rows = ScopedQuerySet[Agency](Agency).visible_to(actor, action)
    return rows.select_related("parent", "nation").order_by("name")


def memberships(actor: Actor | None, action: str = "read_summary") -> ScopedQuerySet[Membership]:
    """Return the memberships on which `actor` may do `action`, by the person's name."""
    rows = ScopedQuerySet[Membership](Membership).visible_to(actor, action)
    return rows.select_related("person", "agency", "sponsor").order_by("person__full_name", "pk")


def invitations(actor: Actor | None, action: str = "read_summary") -> ScopedQuerySet[Invitation]:
    """Return the invitations on which `actor` may do `action`, newest first."""
    rows = ScopedQuerySet[Invitation](Invitation).visible_to(actor, action)
    return rows.select_related("agency", "invited_by", "sponsor").order_by("-created_at", "-pk")


def one(actor: Actor | None, action: str, kind: str, key: int) -> Any:
    """Return the row of `kind` numbered `key`. Raises Hidden (404) or Denied (403) as `access.find` does."""
    model = {"agency": Agency, "membership": Membership, "invitation": Invitation}[kind]
    return find(actor, action, kind, str(key), ScopedQuerySet(model))
