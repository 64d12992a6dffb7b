"""Values of a suspect in words for people."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from manumit.spine.ui import measuring

from ..models import NOUNS, Basis, Suspect, SuspectPart

TONES = {"suspect": "warn", "arrested": "bad", "charged": "bad", "cleared": "good"}
LOOKS = ("sex", "races", "birth", "eye_left", "eye_right", "eye_note", "hair", "head_hair_note", "facial_hair_note",
         "skin", "cautions")  # fmt: skip


def label(model: type[models.Model], name: str) -> str:
    """Return what a field is called."""
    field: Any = model._meta.get_field(name)
    return str(field.verbose_name)


def shown(model: type[models.Model], name: str, value: Any) -> str:
    """Return a value in words: a code by its label, a day as people write it."""
    if value in (None, "", []):
        return _("not recorded")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(shown(model, name, each) for each in value)
    field: Any = model._meta.get_field(name)
    choices = dict(getattr(field, "base_field", field).flatchoices or ())
    if value in choices:
        return str(choices[value])
    return _time(field, value)


def _time(field: Any, value: Any) -> str:
    if isinstance(field, models.DateTimeField):
        here = timezone.localtime(value if isinstance(value, datetime) else datetime.fromisoformat(str(value)))
        return f"{date_format(here, 'DATETIME_FORMAT')} {here.tzname()}"
    if isinstance(field, models.DateField):
        return date_format(value if isinstance(value, date) else date.fromisoformat(str(value)))
    return str(value)


def facts(row: SuspectPart) -> list[dict[str, str]]:
    """Return name and value of each field of a part of which somebody said something."""
    values = ((name, getattr(row, name)) for name in row.own_fields())
    model = type(row)
    return [
        {"name": label(model, name), "value": shown(model, name, value)}
        for name, value in values
        if value not in (None, "", [], False)
    ]


def looks(suspect: Suspect) -> Iterator[dict[str, str]]:
    """Yield what the person looks like: ranges first, then what was said."""
    ages = [f"{end.normalize():f}" for end in (suspect.age_min, suspect.age_max) if end is not None]
    yield {"name": _("Age"), "value": suspect.age_text or " - ".join(dict.fromkeys(ages)) or _("not recorded")}
    yield {"name": _("Height"), "value": measuring.height(suspect.height_min, suspect.height_max) or _("not recorded")}
    yield {"name": _("Weight"), "value": measuring.weight(suspect.weight_min, suspect.weight_max) or _("not recorded")}
    for name in LOOKS:
        if (value := getattr(suspect, name)) not in ("", []):
            yield {"name": label(Suspect, name), "value": shown(Suspect, name, value)}


def age_of(basis: Basis) -> str:
    """Return how old a basis is."""
    days = basis.age_in_days()
    return ngettext("%(n)s day old", "%(n)s days old", days) % {"n": days}


def path_label(path: str) -> str:
    """Return what a path of the history ("vehicles.12.make") is called."""
    part, _dot, rest = path.partition(".")
    name = rest.rpartition(".")[2]
    if not rest:
        return label(Suspect, part) if part in _columns(Suspect) else _("Sealed information")
    model = NOUNS[part]
    return label(model, name) if name in _columns(model) else name


def _columns(model: type[models.Model]) -> set[str]:
    fields: Any = model._meta.concrete_fields
    return {field.name for field in fields}


def line(path: str, change: Any) -> str:
    """Return one change of the history in words."""
    if change.get("sealed"):
        return _("%(field)s: sealed") % {"field": _("Sealed information")}
    part, _dot, rest = path.partition(".")
    model, name = (NOUNS[part], rest.rpartition(".")[2]) if rest else (Suspect, part)
    if name == "withdrawn_at":
        return _("Withdrawn: %(reason)s") % {"reason": change.get("source", "")}
    old, new = shown(model, name, change["from"]), shown(model, name, change["to"])
    return _("%(field)s: %(old)s → %(new)s") % {"field": path_label(path), "old": old, "new": new}
