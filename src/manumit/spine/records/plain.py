"""Field values as JSON can hold them."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from django.db.models import Model


def plain(value: Any) -> Any:
    """Return `value` as JSON: dates in ISO form, decimals as text, a related row as its id, the rest unchanged.

    Raises TypeError for what has no such form, rather than store its `repr`.
    """
    if isinstance(value, bool | int | float | type(None)):
        return value
    if isinstance(value, Model):
        return value.pk
    return _composed(value)


def _composed(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, str | Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no plain form: add it to records/plain.py")
