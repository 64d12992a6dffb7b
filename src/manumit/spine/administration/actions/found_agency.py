"""Found an installation: the first agency and its administrator."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from manumit.spine import audit
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency, LinkReason, Membership, Person
from manumit.spine.records import action

from .create_agency import create_agency
from .issue_link import issue_link


class AlreadyFounded(RuntimeError):
    """The installation has an agency already; its administrators do the rest."""


@action("installation.found")
def found_agency(actor: None, email: str, full_name: str, **agency: Any) -> tuple[Membership, str]:
    """Return the first administrator's membership, also the operator's, and the token of their set-up link.

    `agency` has the fields of `create_agency`. For the command line only. Raises AlreadyFounded.
    """
    if Agency.objects.exists():
        raise AlreadyFounded
    first = create_agency(None, **agency)
    person = Person.objects.create_user(email, full_name)
    roles = [Role.ADMINISTRATOR, Role.OPERATOR]
    membership = Membership.objects.create(person=person, agency=first, roles=roles)
    audit.record(actor, "installation.found", kind="membership", record_id=membership.pk, detail={"roles": [*roles]})
    return membership, issue_link(person, LinkReason.SET_UP)


@action("factor.add_recovery_codes")
def make_recovery_codes(actor: None, person: Person) -> list[str]:
    """Return fresh recovery codes for `person`; earlier ones stop working. For the command line, shown once.

    They stand in for the code of an app, so they help once a password is set.
    """
    Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES).delete()
    codes = RecoveryCodes.activate(person)
    codes.mark_as_viewed()
    audit.record(actor, "factor.add_recovery_codes", kind="person", record_id=person.pk)
    return list(codes.generate_codes())
