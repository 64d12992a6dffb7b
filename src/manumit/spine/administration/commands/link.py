"""`manumit link`: resets a person's lost factors and prints a link that sets up new ones."""

import sys
from argparse import ArgumentParser, Namespace

from django.urls import reverse

from manumit.spine.identity.models import Person

from ..actions.reset_factors import reset_from_console

REFUSED = 1


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("email", help="the person's e-mail address; make sure first who asks you to")


def run(options: Namespace) -> int:
    """Print the path of the link, which works once and for two days; status 1 where nobody has the address."""
    person = Person.objects.filter(email=options.email.strip().lower()).first()
    if person is None:
        sys.stderr.write("Nobody here has this e-mail address.\n")
        return REFUSED
    sys.stdout.write(reverse("sign_in_link", args=[reset_from_console(None, person)]) + "\n")
    return 0
