"""Reset the factors of a person who lost them."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import LinkReason, Membership, Person
from manumit.spine.records import action

from ..memberships import live_of
from ..models import SignedInSession
from ..refusals import Refused
from .held import hold
from .issue_link import issue_link


@action("membership.reset_factors")
def reset_factors(actor: Actor | None, membership: Membership) -> str:
    """Remove the person's factors, linked accounts and password, end their sessions, return a set-up link's token.

    Raises Denied, and Refused where the person also acts for another agency: that agency's trust is not ours to reset.
    """
    kept = hold(actor, membership)
    person = kept.person
    if live_of(person.pk).exclude(agency_id=kept.agency_id).exists():
        raise Refused(_("This person acts for another agency too. Ask the operator of the installation."))
    _forget(person)
    audit.record(actor, "membership.reset_factors", kind="membership", record_id=kept.pk)
    audit.record(actor, "person.reset_factors", kind="person", record_id=person.pk)
    return issue_link(person, LinkReason.SET_UP, actor)


@action("person.reset_factors")
def reset_from_console(actor: None, person: Person) -> str:
    """Do the same for anybody, and return the token. For the command line: its user could read the database anyway."""
    _forget(person)
    audit.record(actor, "person.reset_factors", kind="person", record_id=person.pk)
    return issue_link(person, LinkReason.SET_UP)


def _forget(person: Person) -> None:
    Authenticator.objects.filter(user=person).delete()
    SocialAccount.objects.filter(user=person).delete()
    SignedInSession.objects.filter(person=person).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])
