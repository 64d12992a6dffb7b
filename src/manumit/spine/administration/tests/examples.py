"""Values for the arguments of this app's addresses, for the tests that visit every page."""

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Membership

from ..actions.create_token import create_token
from ..actions.invite import invite
from ..scopes_offered import offered


def examples(person: Membership) -> dict[str, str]:
    """Make an invitation and a token of `person`, and return values by argument name or `route name`."""
    actor = actor_for(person.pk, "records")
    invitation = invite(actor, "dana@cedar.example", "Dana Whitecloud", person.agency, [Role.INVESTIGATOR])
    create_token(actor, "Nightly export", offered()[:1], 30)
    agency, member, token = str(person.agency_id), str(person.pk), str(person.tokens.get().pk)
    return {
        "token": "no-such-token",
        "pk": "1",
        "provider_id": "none",
        **{f"agencies/<int:key>/{page} key": agency for page in ("", "edit/", "toggle/")},
        **{f"people/<int:key>/{page} key": member for page in ("", "roles/", "end/", "reset/", "pause/", "resume/")},
        "people/<int:key>/tokens/<int:token>/revoke/ key": member,
        "people/<int:key>/tokens/<int:token>/revoke/ token": token,
        "account/tokens/<int:key>/revoke/ key": token,
        "invitations/<int:key>/vouch/ key": str(invitation.pk),
        "invitations/<int:key>/withdraw/ key": str(invitation.pk),
    }
