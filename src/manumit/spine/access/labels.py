"""What the values of a field with choices are called."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db.models import Field


def of(field: "Field[Any, Any]", language: str) -> Mapping[Any, str]:
    """Return the label of each value of `field` in the active `language`, looked up once."""
    return _of(field, language)


@lru_cache(maxsize=2048)
def _of(field: "Field[Any, Any]", language: str) -> Mapping[Any, str]:
    return {value: str(label) for value, label in field.flatchoices}
