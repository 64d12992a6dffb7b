"""Run as a program: migrates a new database by one way (`alone`, or Django's own, `near`), prints what stands in it.

What is asked is on standard input as JSON: the server's address and the roles' passwords.
"""

import json
import sys
from contextlib import nullcontext
from unittest import mock

import django
import psycopg

QUESTIONS = (
    "SELECT table_name, ordinal_position, column_name, data_type, column_default, is_nullable, character_maximum_length"
    " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2",
    "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2, 3",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger"
    " WHERE NOT tgisinternal ORDER BY 1, 2",
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1, 2",
    "SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants"
    " WHERE table_schema = 'public' ORDER BY 1, 2, 3",
)


def main(way: str) -> None:
    """Make the database by `way` and print its description, one line a thing."""
    django.setup()
    from manumit.project.database import migrating, trial
    from manumit.project.database.address import Address

    asked = json.load(sys.stdin)
    plain = mock.patch.object(migrating, "models_alone", nullcontext)
    with (
        plain if way == "near" else nullcontext(),
        trial.database(Address.parse(asked["server"]), asked["passwords"]) as made,
        psycopg.connect(made.owner.conninfo) as owner,
    ):
        for question in QUESTIONS:
            for row in owner.execute(question):
                sys.stdout.write(f"{row!r}\n")


if __name__ == "__main__":
    main(sys.argv[1])
