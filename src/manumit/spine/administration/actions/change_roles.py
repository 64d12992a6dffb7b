"""Change what a person is in an agency."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Membership
from manumit.spine.records import action

from ..refusals import Refused
from .held import hold, keep_an_administrator


@action("membership.change_roles")
def change_roles(actor: Actor | None, membership: Membership, roles: Collection[str]) -> None:
    """Give the person of `membership` the `roles`, effective at their next request.

    Raises Denied, and Refused for one's own roles, for no role, for the operator's role unless one holds it, and where
    no administrator would be left.
    """
    kept = hold(actor, membership)
    may_give(actor, kept.roles, roles)
    before, kept.roles = kept.roles, sorted(roles)
    kept.save(update_fields=["roles"])
    keep_an_administrator(kept.agency_id)
    detail = {"from": sorted(before), "to": kept.roles}
    audit.record(actor, "membership.change_roles", kind="membership", record_id=kept.pk, detail=detail)


def may_give(actor: Actor | None, before: Collection[str], after: Collection[str]) -> None:
    """Raise Refused for no role at all, or where somebody who is no operator gives or takes that role."""
    if not after:
        raise Refused(_("Choose at least one role, or end the membership."))
    if Role.OPERATOR in {*before} ^ {*after} and not (actor and Role.OPERATOR in actor.roles):
        raise Refused(_("Only an operator of this installation gives or takes the operator's role."))
