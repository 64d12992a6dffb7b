"""How many rows stand beside a record, of several models, in one statement that stays prepared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.db import connection, models

from manumit.spine.audit.prepared import prepared, wide
from manumit.spine.identity.actor import Actor

from .decision import allowed, record_of
from .kinds import Beside
from .written import bound

ONE = "SELECT '{name}', count(*) FROM {table} WHERE record_kind = %s AND record_id = %s AND ({own}) AND {where}"


@dataclass(frozen=True)
class Standing:
    """Rows of `model`, whose rows stand beside records, that meet `where`: SQL over its columns, with its `values`."""

    model: type[models.Model]
    where: str
    values: tuple[object, ...] = ()

    @property
    def rule(self) -> Beside:
        """How the rows are scoped. Raises TypeError for a model whose rows join two records: both sides decide."""
        rule = cast(Beside, getattr(self.model, "scoped_through"))  # noqa: B009 - no attribute of every model
        if rule.joins:
            raise TypeError(f"{self.model.__name__} joins two records: count visible_to(actor).beside(record)")
        return rule


def count_beside(actor: Actor, record: models.Model, wanted: Mapping[str, Standing]) -> dict[str, int]:
    """Return by name how many rows of each are beside `record` and may be seen by `actor`; 0 where none may.

    What `find` decided for the record (`can_read_<group>`) is not decided again. Names are words of ours.
    """
    counted = dict.fromkeys(wanted, 0)
    asked = {name: each for name, each in wanted.items() if _may(actor, record, each.rule)}
    if not asked:
        return counted
    values = [bound(value) for each in asked.values() for value in _values(actor, record, each)]
    with prepared(connection) as cursor:
        cursor.execute(" UNION ALL ".join(_text(name, each) for name, each in asked.items()), values)
        return counted | dict(cursor.fetchall())


def _may(actor: Actor, record: models.Model, rule: Beside) -> bool:
    kind, _ = record_of(record)
    action = rule.action(kind)
    decided = getattr(record, f"can_{action}", None)
    return allowed(actor, action, record).allowed if decided is None else bool(decided)


def _text(name: str, each: Standing) -> str:
    quote = connection.ops.quote_name
    own = " OR ".join(f"{quote(_column(each, field))} = %s" for field in each.rule.agencies)
    own = f"({own}) AND {quote(_column(each, each.rule.person))} = %s" if each.rule.person else own
    return ONE.format(name=name, table=quote(each.model._meta.db_table), own=own, where=each.where)


def _column(each: Standing, name: str) -> str:
    field: Any = each.model._meta.get_field(name)
    return str(field.column)


def _values(actor: Actor, record: models.Model, each: Standing) -> list[object]:
    person = [wide(actor.person_id)] if each.rule.person else []
    agencies = [wide(actor.agency_id)] * len(each.rule.agencies)
    return [cast(Any, record).kind, wide(record.pk), *agencies, *person, *each.values]
