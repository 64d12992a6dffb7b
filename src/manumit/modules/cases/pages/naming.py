"""What codes are called, looked up once a language: Django translates a label anew each time it is shown."""

from collections.abc import Mapping
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.translation import get_language

from ..filters import STATE_NAMES


def names(choices: type[TextChoices]) -> Mapping[str, str]:
    """Return what each value of `choices` is called in the page's language."""
    return _names(choices, get_language() or "")


def state_names() -> Mapping[str, str]:
    """Return the names of the states by postal code, in the page's language."""
    return _states(get_language() or "")


@lru_cache
def _names(choices: type[TextChoices], language: str) -> Mapping[str, str]:
    return {value: str(label) for value, label in choices.choices}


@lru_cache
def _states(language: str) -> Mapping[str, str]:
    return {code: str(name) for code, name in STATE_NAMES.items()}
