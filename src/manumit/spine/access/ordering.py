"""The order of a list and the keys by which its pages continue."""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import CharField, Field, Model, TextField

from .errors import BadKey

R = TypeVar("R")
DEFAULT = ("-opened_at", "-id")


@dataclass(frozen=True)
class Order:
    """The order of a list: fields of the model itself, all up or all down, the last one unique, none NULL."""

    model: type[Model]
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        """Raise ValueError for an order that no single index serves or that a key cannot pass over."""
        if len({name.startswith("-") for name in self.names}) != 1:
            raise ValueError(f"Order {self.names}: all fields up or all down.")
        if any(getattr(field, "null", True) for field in self.fields):
            raise ValueError(f"Order {self.names}: a field that may be NULL cannot carry a page key.")

    @property
    def down(self) -> bool:
        """Whether the order descends."""
        return self.names[0].startswith("-")

    @property
    def direction(self) -> str:
        """The SQL word after each column."""
        return " DESC" if self.down else ""

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The fields' names without their direction."""
        return tuple(name.removeprefix("-") for name in self.names)

    @cached_property
    def fields(self) -> "list[Field[Any, Any]]":
        """The model's fields in this order."""
        return [self.model._meta.get_field(name) for name in self.columns]  # type: ignore[misc]

    def reversed(self) -> "Order":
        """Return the opposite order."""
        return Order(self.model, tuple(name[1:] if name.startswith("-") else f"-{name}" for name in self.names))

    @property
    def collated(self) -> bool:
        """Whether text is among the fields: only the database knows its order."""
        return any(isinstance(field, CharField | TextField) for field in self.fields)

    def sort(self, rows: Iterable[R]) -> list[R]:
        """Return the rows in this order; those in a collated order must come in it already."""
        return list(rows) if self.collated else sorted(rows, key=self._values, reverse=self.down)

    def _values(self, row: Any) -> list[Any]:
        return [row[name] if isinstance(row, Mapping) else getattr(row, name) for name in self.columns]

    def key(self, row: Any) -> str:
        """Return the key of `row` (an instance or a dict of values): what a later page continues after."""
        return base64.urlsafe_b64encode(json.dumps(self._values(row), cls=_Exact).encode()).decode().rstrip("=")

    def values(self, key: str) -> list[Any]:
        """Return the values in `key`. Raises BadKey."""
        try:
            values = json.loads(base64.urlsafe_b64decode(key + "=" * (-len(key) % 4)))
            pairs = zip(self.fields, values, strict=True)
            return [_sound(field.to_python(value)) for field, value in pairs]
        except (ValueError, TypeError, OverflowError, binascii.Error, ValidationError, RecursionError) as error:
            raise BadKey("not a key of this list") from error


class _Exact(DjangoJSONEncoder):
    """Writes moments with their microseconds, which Django's encoder cuts to milliseconds."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def _sound(value: Any) -> Any:
    """Refuse what PostgreSQL cannot compare: nothing, text with NUL, a naive moment, a number out of range."""
    if value is None or (isinstance(value, str) and "\x00" in value):
        raise BadKey("an empty value in a key")
    if isinstance(value, int) and abs(value) >= 2**63:
        raise BadKey("a number out of range in a key")
    return value
