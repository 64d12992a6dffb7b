"""Revoke a token."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import ApiToken
from manumit.spine.records import action


@action("token.revoke")
def revoke_token(actor: Actor, token: ApiToken) -> None:
    """End `token` at once: one's own, or as administrator that of anybody in the agency. Raises Denied, Hidden."""
    if token.membership_id != actor.membership_id:
        require(actor, "edit", token.membership)
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now())
    audit.record(actor, "token.revoke", kind="token", record_id=token.pk)
