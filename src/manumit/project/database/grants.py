"""What each role may do with each table, computed from the models after every migration.

A model says `append_only = True` (rows are added and never changed), `written_by = "sequencer"` (the application only
reads), `read_by = ("sequencer",)` (who else reads) or `insert_columns = (...)` (the columns a writer may fill; the
rest are the database's to say). A table without a model is nobody's but the owner's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from .roles import APP, SEQUENCER

READ = ("SELECT",)
KEPT_BY_MIGRATIONS = ("django_migrations", "django_content_type", "auth_permission")
"""Tables that only migrations write; the application reads them."""
UNKNOWN_WRITER = (
    "{model}.written_by is {writer!r}: it says which role writes the table, 'app' or 'sequencer'. "
    "A field needs another name."
)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role's privileges on a table, each a word of SQL; every privilege not named is revoked."""

    table: str
    role: str
    privileges: tuple[str, ...]


def apply(connection: BaseDatabaseWrapper) -> list[Grant]:
    """Make the privileges of the database those the models declare, and return them. `connection` is the owner's."""
    existing = set(connection.introspection.table_names())
    grants = [grant for grant in declared() if grant.table in existing]
    with connection.cursor() as cursor:
        for statement in _statements(grants, connection):
            cursor.execute(statement)
    return grants


def declared() -> list[Grant]:
    """Return what the models of the installed applications say, model by model."""
    tables = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    kept = [Grant(table, APP, READ) for table in KEPT_BY_MIGRATIONS]
    return kept + [grant for table, model in tables.items() if table not in KEPT_BY_MIGRATIONS for grant in of(model)]


def of(model: type[models.Model]) -> Iterator[Grant]:
    """Yield what each role may do with the table of `model`. Raises ImproperlyConfigured for a writer there is not."""
    writer = getattr(model, "written_by", "app")
    if writer not in ("app", "sequencer"):
        raise ImproperlyConfigured(UNKNOWN_WRITER.format(model=model._meta.label, writer=writer))
    for role, name in ((APP, "app"), (SEQUENCER, "sequencer")):
        if writer == name:
            yield Grant(model._meta.db_table, role, _writing(model))
        elif name == "app" or name in _readers(model):
            yield Grant(model._meta.db_table, role, READ)


def _readers(model: type[models.Model]) -> tuple[str, ...]:
    readers: tuple[str, ...] = getattr(model, "read_by", ())
    return (*readers, "sequencer") if model._meta.label == "audit.Entry" else readers


def _writing(model: type[models.Model]) -> tuple[str, ...]:
    columns = ", ".join(f'"{column}"' for column in getattr(model, "insert_columns", ()))
    insert = f"INSERT ({columns})" if columns else "INSERT"
    return ("SELECT", insert) if getattr(model, "append_only", False) else ("SELECT", insert, "UPDATE", "DELETE")


def _statements(grants: list[Grant], connection: BaseDatabaseWrapper) -> Iterator[str]:
    quote = connection.ops.quote_name
    both = f"{APP}, {SEQUENCER}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {both}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, {both}"
    yield f"REVOKE ALL ON SCHEMA public FROM PUBLIC, {both}"
    yield f"GRANT USAGE ON SCHEMA public TO {both}"
    for grant in grants:
        yield f"GRANT {', '.join(grant.privileges)} ON {quote(grant.table)} TO {grant.role}"
    yield from (SEQUENCES.format(role=APP), AUDIT_SEQUENCE.format(role=SEQUENCER))


SEQUENCES = """
DO $$ DECLARE one regclass; BEGIN
    FOR one IN SELECT s.oid FROM pg_class s LEFT JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i')
        AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
        WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace
        AND (d.refobjid IS NULL OR has_any_column_privilege('{role}', d.refobjid, 'INSERT'))
    LOOP EXECUTE format('GRANT USAGE ON SEQUENCE %s TO {role}', one); END LOOP;
END $$
"""
"""USAGE, which draws the next value and sets none, on each sequence of a table the role inserts into or of no table."""

AUDIT_SEQUENCE = """
DO $$ DECLARE one regclass := pg_get_serial_sequence('public.audit_entry', 'id'); BEGIN
    IF one IS NOT NULL THEN EXECUTE format('GRANT SELECT ON SEQUENCE %s TO {role}', one); END IF;
EXCEPTION WHEN undefined_table THEN NULL;
END $$
"""
"""The sequencer reads, and only reads, how far the log's ids have gone."""
