"""`manumit init`: make an installation: database, roles, keys, the first agency and its administrator.

Safe to repeat: what exists is left as it is. With DATABASE_URL set, DATABASE_OWNER_URL and DATABASE_SEQUENCER_URL name
the other two roles; `manumit roles` makes all three on a PostgreSQL of your own.
"""

import argparse
import sys
from threading import Event

from manumit.project.command import surroundings
from manumit.project.command.saying import say
from manumit.project.command.troubles import CommandRefused
from manumit.project.installing import first_people, readiness
from manumit.spine.audit.commands.sequence import seal_until
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Person

QUESTIONS = {
    "agency": "Name of the first agency",
    "short_name": "Its short name, such as RVTPD",
    "kind": f"Its kind ({', '.join(AgencyKind.values)})",
    "email": "The administrator's e-mail address",
    "name": "The administrator's full name",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; what is not given is asked for."""
    for option, question in QUESTIONS.items():
        parser.add_argument(f"--{option.replace('_', '-')}", help=question)
    parser.add_argument("--ori", default="", help="Its originating agency identifier (nine characters), if it has one")


def run(options: argparse.Namespace) -> int:
    """Make what is missing, and say what to do next."""
    if surroundings.is_demonstration():
        raise CommandRefused(f"{surroundings.home()} holds the demonstration. Choose another MANUMIT_HOME.")
    readiness.make_ready()
    if first_people.there_is_one():
        return _say("This installation has its administrator. Nothing was changed. Start it with `manumit serve`.")
    answers = {option: getattr(options, option) or _ask(option) for option in QUESTIONS}
    agency = Agency(name=answers["agency"], short_name=answers["short_name"], kind=answers["kind"], ori=options.ori)
    person = Person(email=answers["email"].strip().lower(), full_name=answers["name"])
    first = first_people.begin(agency, person)
    seal_until(Event(), once=True)
    return _say(_next_steps(first))


def _ask(option: str) -> str:
    if not sys.stdin.isatty():
        raise CommandRefused(f"--{option.replace('_', '-')} is missing: {QUESTIONS[option]}.")
    return input(f"{QUESTIONS[option]}: ").strip()


def _say(text: str) -> int:
    say(text)
    return 0


def _next_steps(first: first_people.FirstAdministrator) -> str:
    codes = "\n".join(f"   {code}" for code in first.recovery_codes)
    return f"""{first.agency} and its administrator {first.person} are set up.

1. Keep these recovery codes on paper, each works once. They are shown this once and kept nowhere else:
{codes}
2. Back up {surroundings.home()}/secrets apart from the database: without them sealed values cannot be read.
3. manumit serve --host 0.0.0.0 --tls-certificate cert.pem --tls-key key.pem
4. Within two days open this address on that server, add a passkey or an app, and invite your colleagues:
   /sign-in/link/{first.link_token}/
"""
