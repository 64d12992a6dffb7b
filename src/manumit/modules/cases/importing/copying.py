"""Many new rows by COPY: a tenth of the work of INSERT, and the same constraints, triggers and transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.db import connection, models
from psycopg import sql
from psycopg.types.json import Jsonb

Row = TypeVar("Row", bound=models.Model)


def copy_in(rows: Sequence[Row]) -> None:
    """Add `rows`, all of one model, to its table, and give each its id; values are taken as they are, uncleaned.

    Fields that Django fills on saving (`auto_now_add`) must be set already. Raises what the database raises.
    """
    if not rows:
        return
    fields = rows[0]._meta.concrete_fields
    readers = [_reader(field) for field in fields]
    with connection.cursor() as cursor:
        _give_ids(cursor, rows)
        with cursor.copy(_statement(rows[0]._meta.db_table, fields)) as copy:
            for row in rows:
                copy.write_row([read(row) for read in readers])


def _give_ids(cursor: Any, rows: Sequence[models.Model]) -> None:
    table, key = rows[0]._meta.db_table, rows[0]._meta.pk.column
    drawing = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
    cursor.execute(drawing, [table, key, len(rows)])
    for row, (drawn,) in zip(rows, cursor.fetchall(), strict=True):
        row.pk = drawn
        row._state.adding = False


def _statement(table: str, fields: Sequence[models.Field[Any, Any]]) -> sql.Composed:
    columns = sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    return sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)


def _reader(field: models.Field[Any, Any]) -> Callable[[models.Model], Any]:
    name = field.attname
    if isinstance(field, models.JSONField):
        return lambda row: Jsonb(getattr(row, name))
    return lambda row: getattr(row, name)
