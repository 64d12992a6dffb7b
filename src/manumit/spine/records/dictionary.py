"""The data dictionary: every model of ours and each of its fields, as Markdown, read from the models themselves.

One page an app, so that a module's page changes with the module. A model says what is not in Django's fields:
`sensitivity`, `retention`, `sealed_fields` where it has some, `units` (`{"height_min": "in"}`) where a type has none.
"""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.utils import translation

from manumit.values.retention import Retention

OURS = "manumit."
TESTS = ".tests."
INDEX = "standards.md"
FOLDER = "standards"
HEAD = """# Data dictionary

Every model and each of its fields: type, unit, field group or class of sensitivity, values, what it is for. One page an
app. `manumit standards --write` writes these pages from the models; a test fails when they are not current.

Times are UTC. A *field group* is what a release names and a policy opens; *public*, *internal*, *personal* and *secret*
are the spine's classes for what belongs to no kind of record. *Sealed* fields are encrypted and never searched.
[rules.md](rules.md) lists what is checked.

"""
TABLE = "| field | type | unit | group | values | meaning |\n|---|---|---|---|---|---|"
MOST_VALUES = 12
TYPES: Mapping[str, str] = {
    "BooleanField": "yes or no", "TextField": "text", "JSONField": "structure", "DateField": "date",
    "DateTimeField": "time", "EmailField": "e-mail address", "BinaryField": "bytes", "BigAutoField": "whole number",
    "AutoField": "whole number", "BigIntegerField": "whole number", "IntegerField": "whole number",
    "PositiveIntegerField": "whole number, not below 0", "FloatField": "number",
}  # fmt: skip
UNITS: Mapping[str, str] = {"DateField": "day", "DateTimeField": "UTC"}


def pages() -> dict[str, str]:
    """Return each page by its path under docs/, the index first. Texts are in English."""
    with translation.override("en"):
        told = {label: list(models) for label, models in _by_app()}
        written = {f"{FOLDER}/{label}.md": _page(label, models) for label, models in told.items()}
        return {INDEX: HEAD + "\n".join(f"- [{label}]({FOLDER}/{label}.md)" for label in told) + "\n", **written}


def _by_app() -> Iterator[tuple[str, list[type[Model]]]]:
    for config in sorted(apps.get_app_configs(), key=lambda each: each.label):
        ours = [model for model in config.get_models() if model.__module__.startswith(OURS)]
        found = sorted((each for each in ours if TESTS not in f"{each.__module__}."), key=lambda each: each.__name__)
        if found:
            yield config.label, found


def _page(label: str, models: Iterable[type[Model]]) -> str:
    return "\n".join([f"# Data dictionary: {label}", "", *(_model(model) for model in models)])


def _model(model: type[Model]) -> str:
    lines = [f"## {model.__name__}", "", inspect.getdoc(model) or "", "", _kept(getattr(model, "retention", None))]
    rows = [_field(model, field) for field in model._meta.concrete_fields]
    return "\n".join([*lines, "", TABLE, *rows, *_sealed(model), ""])


def _kept(retention: Retention | None) -> str:
    if retention is None:
        return "Kept: not declared."
    until = "" if retention.years is None else f" {retention.years:g} years from `{retention.from_field}`."
    until = f" Until its `{retention.from_field}`." if retention.years == 0 else until
    beside = f" Goes with its `{retention.with_parent}`." if retention.with_parent else ""
    return f"Kept: {retention.authority}.{until}{beside}"


def _field(model: type[Model], field: "Field[Any, Any]") -> str:
    group = getattr(model, "sensitivity", {}).get(field.name, "")
    unit = getattr(model, "units", {}).get(field.name) or UNITS.get(field.get_internal_type(), "")
    return _row(field.name, _type(field), unit, group, _values(field), str(field.help_text))


def _sealed(model: type[Model]) -> Iterator[str]:
    for group, names in getattr(model, "sealed_fields", {}).items():
        yield from (_row(name, "sealed text", "", group, "", "") for name in names)


def _type(field: "Field[Any, Any]") -> str:
    kind = field.get_internal_type()
    if field.is_relation and field.related_model:
        told = f"reference to {field.related_model._meta.label}"  # type: ignore[union-attr]
    elif base := getattr(field, "base_field", None):
        told = f"list of {_type(base)}"
    elif kind == "DecimalField":
        told = f"number, {field.decimal_places} places"  # type: ignore[attr-defined]
    else:
        told = TYPES.get(kind) or (f"text, {field.max_length} letters" if kind == "CharField" else kind)
    return f"{told}, may be empty" if field.null else told


def _values(field: "Field[Any, Any]") -> str:
    choices = list(getattr(field, "base_field", field).flatchoices)
    shown = [f"`{value}` {label}" for value, label in choices[:MOST_VALUES]]
    return "; ".join([*shown, *([f"and {len(choices) - MOST_VALUES} more"] if len(choices) > MOST_VALUES else [])])


def _row(*cells: str) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', '/') for cell in cells)} |"
