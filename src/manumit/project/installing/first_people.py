"""The first agency and its administrator, who invite everybody else."""

from dataclasses import dataclass

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction

from manumit.spine import audit
from manumit.spine.administration.actions.issue_link import issue_link
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency, LinkReason, Membership, Person

ADMINISTRATOR = [Role.ADMINISTRATOR.value, Role.OPERATOR.value]


@dataclass(frozen=True, slots=True)
class FirstAdministrator:
    """Who may now sign in, and how: a set-up link's token and recovery codes, shown this once and kept nowhere."""

    person: Person
    agency: Agency
    link_token: str
    recovery_codes: tuple[str, ...]


def there_is_one() -> bool:
    """Whether somebody administers this installation."""
    return Membership.objects.filter(active=True, roles__contains=ADMINISTRATOR, person__is_active=True).exists()


@transaction.atomic
def begin(agency: Agency, person: Person) -> FirstAdministrator:
    """Save the first agency and its administrator, logged as the command line's deed."""
    agency.full_clean()
    agency.save()
    audit.record(None, "agency.add", kind="agency", record_id=agency.pk, detail={"kind": agency.kind})
    person.set_unusable_password()
    person.full_clean(exclude=["password"])
    person.save()
    audit.record(None, "person.add", kind="person", record_id=person.pk)
    joined = Membership.objects.create(person=person, agency=agency, roles=ADMINISTRATOR)
    audit.record(None, "membership.add", kind="membership", record_id=joined.pk, detail={"roles": ADMINISTRATOR})
    codes = RecoveryCodes.activate(person).get_unused_codes()
    return FirstAdministrator(person, agency, issue_link(person, LinkReason.SET_UP), tuple(codes))
