"""What programs send of each part of a case, made from its model: what the model says once, the document says too."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, cast

from django.contrib.postgres.fields import ArrayField
from django.db import models
from pydantic import AwareDatetime, Field, StringConstraints, create_model

from .actions.cleaning import KEPT_BY_US
from .models import PARTS, CaseAgency, CasePart, OutsideNumber
from .schemas import Said, Strict

MOST_OF_A_LIST = 60
LONGEST_TEXT = 20_000
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Partial = Annotated[str, StringConstraints(max_length=24, pattern=r"^[0-9X./~-]*$")]
OWN: Mapping[str, Any] = {
    "state": Annotated[str, StringConstraints(pattern="^([A-Z]{2})?$")],
    "died": Partial,
    "latitude": Annotated[float, Field(ge=-90, le=90)],
    "longitude": Annotated[float, Field(ge=-180, le=180)],
    "at": Annotated[AwareDatetime, Field(ge=EARLIEST)],
}
"""Fields whose column says less than the document should."""


def _text(column: Any) -> Any:
    return Annotated[str, StringConstraints(max_length=column.max_length or LONGEST_TEXT)]


KINDS: Mapping[type[Any], Callable[[Any], Any]] = {
    models.ForeignKey: lambda column: Id,
    models.BooleanField: lambda column: bool,
    models.DateField: lambda column: date,
    models.CharField: _text,
    models.TextField: _text,
    models.IntegerField: lambda column: Annotated[int, Field(ge=0, le=32_767)],
}


def _type(column: Any) -> Any:
    if isinstance(column, ArrayField):
        return Annotated[list[_type(column.base_field)], Field(max_length=MOST_OF_A_LIST)]  # type: ignore[misc]
    if column.name in OWN:
        return OWN[column.name]
    if column.choices:
        codes = [code for code, _label in column.flatchoices]
        return Literal[tuple([*codes, ""] if column.blank else codes)]
    return next(made(column) for kind, made in KINDS.items() if isinstance(column, kind))


def _is_required(column: Any) -> bool:
    return not (column.blank or column.null or column.has_default())


def _fields(model: type[models.Model], *, whole: bool) -> dict[str, Any]:
    """Return each field with its type; `whole` where what must be there must be sent."""
    asked = [column for column in model._meta.concrete_fields if column.name not in KEPT_BY_US | {"agency"}]
    types = {column: _type(column) | None if column.null else _type(column) for column in asked}
    needed = {column: whole and _is_required(column) for column in asked}
    return {column.name: (kind, ... if needed[column] else None) for column, kind in types.items()}


def _made(part: str, model: type[models.Model], *, whole: bool) -> type[Said]:
    name, word = f"{'New' if whole else 'Changed'}{model.__name__}", "values" if whole else "changes"
    doc = f"A part of `{part}` to add." if whole else f"Values of a part of `{part}` to correct."
    values: Any = create_model(f"{name}Values", __base__=Strict, __doc__=doc, **_fields(model, whole=whole))
    body: dict[str, Any] = {word: (values, ...)}
    return cast(type[Said], create_model(name, __base__=Said, __doc__=f"{doc} Who says it.", **body))


CHANGED: Mapping[str, type[CasePart]] = {**PARTS, "agencies": CaseAgency, "numbers": OutsideNumber}
NEW: Mapping[str, type[Said]] = {part: _made(part, model, whole=True) for part, model in PARTS.items()}
"""The body that adds a part, by its name."""
CHANGE: Mapping[str, type[Said]] = {part: _made(part, model, whole=False) for part, model in CHANGED.items()}
"""The body that corrects a part, an agency or a number, by its name."""
