"""What the demonstration asks of sign-in."""

from django.urls import reverse

from manumit.spine.identity.models import LinkReason, Person

from .actions.issue_link import issue_link


def sign_in_link(person: Person) -> str:
    """Return the path of a fresh link that signs `person` in once, within twelve hours.

    Raises NotADemonstration unless MANUMIT_DEMO is set.
    """
    return reverse("sign_in_link", args=[issue_link(person, LinkReason.DEMO)])
