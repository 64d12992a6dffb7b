"""What belongs to a record that was found, of many models, in one statement."""

import json
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar, cast

from django.db import connection, models

from manumit.spine.audit.prepared import prepared, wide

from . import kinds

M = TypeVar("M", bound=models.Model)
ONE = "SELECT {place} AS place, id, to_jsonb(part)::text FROM {table} part WHERE {column} = %s{standing}"


def belonging(record: models.Model, wanted: Iterable[type[M]], *, standing: str = "") -> dict[type[M], list[M]]:
    """Return the rows of each model in `wanted` that belong to a record found by `access.find`, in order of id.

    A model whose group the record's asker may not read is absent from the answer: `find` decided that. `standing`
    names a column that is NULL in the rows that still stand; others are left out.
    """
    readable = [model for model in wanted if getattr(record, f"can_read_{_through(model).group}", False)]
    found: dict[type[M], list[M]] = {model: [] for model in readable}
    for place, row in _rows(record, readable, standing) if readable else ():
        found[readable[place]].append(_instance(readable[place], row))
    return found


def _through(model: type[models.Model]) -> kinds.Through:
    _, through = kinds.of(model)
    if through is None:
        raise ValueError(f"{model.__name__} is a record itself: find it")
    return through


def _rows(record: models.Model, readable: list[type[M]], standing: str) -> list[tuple[int, dict[str, Any]]]:
    with prepared(connection) as cursor:
        cursor.execute(_statement(tuple(readable), standing), [wide(record.pk)] * len(readable))
        return [(place, json.loads(text, parse_float=Decimal)) for place, _, text in cursor.fetchall()]


@lru_cache(maxsize=256)
def _statement(readable: tuple[type[models.Model], ...], standing: str) -> str:
    parts = (_select(place, model, standing) for place, model in enumerate(readable))
    return f"{' UNION ALL '.join(parts)} ORDER BY place, id"


def _select(place: int, model: type[models.Model], standing: str) -> str:
    quote = connection.ops.quote_name
    path = cast("models.Field[Any, Any]", model._meta.get_field(_through(model).path))
    return ONE.format(
        place=place,
        table=quote(model._meta.db_table),
        column=quote(path.column),
        standing=f" AND {quote(standing)} IS NULL" if standing else "",
    )


def _instance(model: type[M], row: dict[str, Any]) -> M:
    fields = model._meta.concrete_fields
    values = [field.to_python(row[str(field.column)]) for field in fields]
    return model.from_db("default", [field.attname for field in fields], values)
