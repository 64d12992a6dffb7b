"""What programs send of a row, made from its columns: what the model says once, the document says too."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from pydantic import AwareDatetime, Field, StringConstraints

MOST_OF_A_LIST = 60
LONGEST_TEXT = 20_000
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Partial = Annotated[str, StringConstraints(max_length=24, pattern=r"^[0-9X./~-]*$")]
"""A partial date in EDTF."""


def _text(column: Any) -> Any:
    return Annotated[str, StringConstraints(max_length=column.max_length or LONGEST_TEXT)]


def _decimal(column: Any) -> Any:
    return Annotated[Decimal, Field(ge=0, max_digits=column.max_digits, decimal_places=column.decimal_places)]


KINDS: Mapping[type[Any], Callable[[Any], Any]] = {
    models.ForeignKey: lambda column: Id,
    models.BooleanField: lambda column: bool,
    models.DateTimeField: lambda column: Annotated[AwareDatetime, Field(ge=EARLIEST)],
    models.DateField: lambda column: date,
    models.CharField: _text,
    models.TextField: _text,
    models.IntegerField: lambda column: Annotated[int, Field(ge=0, le=32_767)],
    models.DecimalField: _decimal,
}


def type_of(column: Any, own: Mapping[str, Any]) -> Any:
    """Return the type a program sends `column` in; `own` names those that say more."""
    if isinstance(column, ArrayField):
        return Annotated[list[type_of(column.base_field, own)], Field(max_length=MOST_OF_A_LIST)]  # type: ignore[misc]
    if column.name in own:
        return own[column.name]
    if column.choices:
        codes = [code for code, _label in column.flatchoices]
        return Literal[tuple([*codes, ""] if column.blank else codes)]
    return next(made(column) for kind, made in KINDS.items() if isinstance(column, kind))


def fields_of(
    model: type[models.Model], *, without: frozenset[str], own: Mapping[str, Any], whole: bool
) -> dict[str, Any]:
    """Return each column's name with (type, default) as pydantic takes it; `whole` where what must be there is sent."""
    asked = [column for column in model._meta.concrete_fields if column.name not in without]
    types = {column: type_of(column, own) | None if column.null else type_of(column, own) for column in asked}
    needed = {column: whole and _is_required(column) for column in asked}
    return {column.name: (kind, ... if needed[column] else None) for column, kind in types.items()}


def _is_required(column: Any) -> bool:
    return not (column.blank or column.null or column.has_default())
