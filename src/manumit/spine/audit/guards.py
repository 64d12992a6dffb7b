"""Database guards: no change without its entry, and no rewriting of the log."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations.base import Operation

IDENTIFIER_LENGTH = 63

# The schema is named lest a temporary table stand in for the log; SET search_path would do so at ten times the cost.
REQUIRE = """
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $guard$
DECLARE changed bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.{column} ELSE NEW.{column} END;
    named text := {kind};
BEGIN
    PERFORM FROM public.audit_entry WHERE kind = named AND record_id = changed AND txid = pg_current_xact_id()
    ORDER BY id DESC LIMIT 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no leaf, no change: % on % wrote no audit entry of kind % for record %',
            TG_OP, TG_TABLE_NAME, named, changed
        USING ERRCODE = 'integrity_constraint_violation',
              HINT = 'Call audit.record(actor, verb, kind=..., record_id=...) in the same transaction.';
    END IF;
    RETURN NULL;
END $guard$;
CREATE CONSTRAINT TRIGGER {function} AFTER INSERT OR UPDATE{columns} OR DELETE ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {function}();
"""
RELEASE = "DROP TRIGGER IF EXISTS {function} ON {table}; DROP FUNCTION IF EXISTS {function}();"

REFUSAL = """
CREATE FUNCTION audit_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege', HINT = 'Write a further row that corrects the earlier one.';
END $guard$;
"""
NO_REFUSAL = "DROP FUNCTION audit_refuse_rewriting();"
REFUSE = """
CREATE TRIGGER {function} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_rewriting();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER {function};
"""
PERMIT = "DROP TRIGGER {function} ON {table};"


class TableGuard(Operation):
    """A migration operation that puts a trigger on one table; subclasses give the SQL there and back."""

    reduces_to_sql = True
    reversible = True
    forwards = ""
    backwards = ""
    suffix = ""

    def __init__(self, table: str) -> None:
        self.table = table

    @property
    def function(self) -> str:
        """The name of the trigger, and of its function if it has one of its own."""
        return f"{self.table}_{self.suffix}"[:IDENTIFIER_LENGTH]

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Change nothing in the models' state."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create the trigger."""
        schema_editor.execute(self.sql(self.forwards, schema_editor), params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop the trigger."""
        schema_editor.execute(self.sql(self.backwards, schema_editor), params=None)

    def sql(self, template: str, schema_editor: Any) -> str:
        """Return the template with its names quoted."""
        quote = schema_editor.quote_name
        return template.format(function=quote(self.function), table=quote(self.table))


class AppendOnly(TableGuard):
    """Refuse UPDATE, DELETE and TRUNCATE of a table to everyone, its owner included.

    Privileges refuse them to the application already; this stops an owner's slip or script. An owner bent on it can
    drop the trigger, and `manumit audit verify` then finds what was rewritten.
    """

    forwards, backwards, suffix = REFUSE, PERMIT, "append_only"

    def describe(self) -> str:
        """Return what `manumit migrate` shows."""
        return f"{self.table} is append-only, for its owner too"


class NeverRewritten(TableGuard):
    """Refuse UPDATE of a table: a row is corrected by another. It is deleted with the record it stands beside."""

    forwards, backwards, suffix = REFUSE.replace("UPDATE OR DELETE OR TRUNCATE", "UPDATE"), PERMIT, "never_rewritten"

    def describe(self) -> str:
        """Return what `manumit migrate` shows."""
        return f"Rows of {self.table} are never rewritten"


class RequireLeaf(TableGuard):
    """Refuse, at commit, a change of a row of `table` without an audit entry of its `kind` and id.

    The check waits for the commit, so an action may write its entry before or after the change. `id_column` is the
    bigint column that names the record, for tables whose rows are parts of another record. With `columns` an update is
    a change only where it writes one of these; others are bookkeeping, which the migration names. Put it after the
    operation that creates the table, and let that migration depend on `("audit", "0001_initial")`.
    """

    forwards, backwards, suffix = REQUIRE, RELEASE, "requires_leaf"

    def __init__(self, table: str, kind: str, id_column: str = "id", columns: Sequence[str] = ()) -> None:
        super().__init__(table)
        self.kind, self.id_column, self.columns = kind, id_column, tuple(columns)

    def describe(self) -> str:
        """Return what `manumit migrate` shows."""
        return f"No change of {self.table} without an audit entry of kind {self.kind}"

    def sql(self, template: str, schema_editor: Any) -> str:
        """Return the template with its names quoted and the kind as a literal."""
        names = {name: schema_editor.quote_name(getattr(self, name)) for name in ("function", "table")}
        column = schema_editor.quote_name(self.id_column)
        written = ", ".join(map(schema_editor.quote_name, self.columns))
        columns = f" OF {written}" if written else ""
        return template.format(**names, column=column, columns=columns, kind=self.kind_in_sql(schema_editor))

    def kind_in_sql(self, schema_editor: Any) -> str:
        """Return the kind as an SQL expression."""
        return str(schema_editor.quote_value(self.kind))


class RequireLeafBeside(RequireLeaf):
    """As `RequireLeaf`, for rows beside records of any kind, which name it in `record_kind` and `record_id`."""

    def __init__(self, table: str) -> None:
        super().__init__(table, "its record's", "record_id")

    def kind_in_sql(self, schema_editor: Any) -> str:
        """Return the expression that reads the row's own kind."""
        return "CASE WHEN TG_OP = 'DELETE' THEN OLD.record_kind ELSE NEW.record_kind END"
