"""What fields and codes are called on screens."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from manumit.spine.ui.measuring import measured

from ..choices import state_choices
from ..models import NOUNS, Case
from .label_words import LABELS, OWN

MODELS: Mapping[str, type[models.Model]] = {"": Case, **NOUNS}
"""The noun that each name of a history's path stands for; the case itself has none."""


def label(field: str, part: str = "") -> str:
    """Return what `field` of the case, or of the noun `part`, is called."""
    found = OWN.get((part, field)) or LABELS.get(field) or field.replace("_", " ")
    return str(found)


later: Callable[..., Any] = lazy(label, str)
"""As `label`, but looked up when it is shown: for what is built before a language is chosen."""


def shown(field: str, value: Any, part: str = "") -> str:
    """Return a plain value of `field` in words: a code by its label, a day as people write it, a measure with unit."""
    if value in (None, "", []):
        return str(_("not recorded"))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(shown(field, each, part) for each in value)
    return _in_words(field, value, part)


def path_label(path: str) -> str:
    """Return what a path of the history ("features.12.site") is called."""
    part, _dot, rest = path.partition(".")
    return label(rest.rpartition(".")[2], part) if rest else label(path)


def _in_words(field: str, value: Any, part: str) -> str:
    choices = codes(part, field)
    if choices:
        return str(choices.get(value, value))
    column = _column(part, field)
    if isinstance(column, models.DateTimeField):
        return _time(value if isinstance(value, datetime) else datetime.fromisoformat(str(value)))
    if isinstance(column, models.DateField):
        return date_format(value if isinstance(value, date) else date.fromisoformat(str(value)))
    return measured(field, value)


def _time(value: datetime) -> str:
    here = timezone.localtime(value)
    return f"{date_format(here, 'DATETIME_FORMAT')} {here.tzname()}"


@lru_cache
def codes(part: str, field: str) -> Mapping[Any, Any]:
    """Return code and label of each value that `field` of the noun `part` may hold; empty where any text may stand."""
    column = _column(part, field)
    if column is None:
        return {}
    kept = getattr(column, "base_field", column)
    return dict(kept.flatchoices or (state_choices() if field in {"state", "last_seen_state"} else ()))


@lru_cache(maxsize=1024)
def _column(part: str, field: str) -> Any:
    model = MODELS.get(part)
    return None if model is None else next((each for each in model._meta.concrete_fields if each.name == field), None)
