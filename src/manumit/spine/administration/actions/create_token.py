"""Create a token for a program."""

from collections.abc import Collection
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import ApiToken, Membership
from manumit.spine.records import action
from manumit.values import secret_tokens

from ..refusals import Refused
from ..scopes_offered import offered

LONGEST_DAYS = 365
PREFIX = "mnm_"
HINT = 10


@action("token.create")
def create_token(actor: Actor, label: str, scopes: Collection[str], days: int) -> str:
    """Return a new token of the actor's membership, for the purpose they have now; shown once, kept as its hash.

    It may do what its scopes name and the person may, for `days` (at most 365). Raises Refused for an unknown scope.
    """
    if not scopes or not set(scopes) <= set(offered()):
        raise Refused(_("Choose among the scopes offered."))
    token = PREFIX + secret_tokens.fresh()
    row = ApiToken.objects.create(
        membership=Membership.objects.get(pk=actor.membership_id or 0), label=label, scopes=sorted(scopes),
        purpose=actor.purpose, token_hash=secret_tokens.digest(token), hint=token[:HINT],
        expires_at=timezone.now() + timedelta(days=min(days, LONGEST_DAYS)),
    )  # fmt: skip
    detail = {"scopes": row.scopes, "days": days}
    audit.record(actor, "token.create", kind="token", record_id=row.pk, detail=detail)
    return token
