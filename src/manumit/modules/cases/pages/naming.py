"""What codes are called, looked up once a language: Django translates a label anew each time it is shown."""

from collections.abc import Mapping
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.translation import get_language

from ..filters import STATE_NAMES


def name_of(choices: type[TextChoices], value: str) -> str:
    """Return what `value` is called in the page's language; a value that is no choice stands for itself."""
    return _names(choices, get_language() or "").get(value, value)


def state_name(code: str) -> str:
    """Return the name of a state's postal code, the code itself where there is none."""
    return _states(get_language() or "").get(code, code)


@lru_cache
def _names(choices: type[TextChoices], language: str) -> Mapping[str, str]:
    return {value: str(label) for value, label in choices.choices}


@lru_cache
def _states(language: str) -> Mapping[str, str]:
    return {code: str(name) for code, name in STATE_NAMES.items()}
