"""Reset the factors of a person who lost them."""

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import LinkReason, Membership
from manumit.spine.records import action

from ..memberships import live_of
from ..models import SignedInSession
from ..refusals import Refused
from .held import hold
from .issue_link import issue_link


@action("membership.reset_factors")
def reset_factors(actor: Actor | None, membership: Membership) -> str:
    """Remove every factor and the password of the person, end their sessions, and return a set-up link's token.

    Raises Denied, and Refused where the person also acts for another agency: that agency's trust is not ours to reset.
    """
    kept = hold(actor, membership)
    person = kept.person
    if live_of(person.pk).exclude(agency_id=kept.agency_id).exists():
        raise Refused(_("This person acts for another agency too. Ask the operator of the installation."))
    Authenticator.objects.filter(user=person).delete()
    SignedInSession.objects.filter(person=person).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])
    audit.record(actor, "membership.reset_factors", kind="membership", record_id=kept.pk)
    return issue_link(person, LinkReason.SET_UP, actor)
