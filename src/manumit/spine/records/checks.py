"""System checks of models and record kinds: nothing exists undeclared. Each message names the fix."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db import models

from manumit.spine.access import kinds
from manumit.values.retention import Retention

from .models import Record

CLASSES = frozenset({"public", "internal", "personal", "secret"})
"""Sensitivity classes of models that are no record kinds; those name their field groups."""

Model = type[models.Model]


@register("records")
def models_are_declared(**_: Any) -> list[CheckMessage]:
    """Return errors manumit.E040 to E046 for each model of ours that leaves something undeclared."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("manumit.")]
    return [problem for model in ours for problem in problems(model)]


def problems(model: Model) -> Iterator[CheckMessage]:
    """Yield what `model` leaves undeclared."""
    yield from _sensitivity(model)
    yield from _retention(model)
    if issubclass(model, Record):
        yield from _record(model)


def _sensitivity(model: Model) -> Iterator[CheckMessage]:
    declared: dict[str, str] = getattr(model, "sensitivity", {})
    fields = {field.name for field in model._meta.concrete_fields}
    if missing := sorted(fields - set(declared)):
        yield _error("E040", model, f"add {missing} to `sensitivity`: who may learn what these fields hold?")
    if ghosts := sorted(set(declared) - fields):
        yield _error("E041", model, f"`sensitivity` names {ghosts}, which are no fields: take them out.")
    allowed = _classes(model)
    if unknown := sorted(set(declared.values()) - allowed):
        yield _error("E042", model, f"`sensitivity` uses {unknown}: choose from {sorted(allowed)}.")


def _classes(model: Model) -> frozenset[str]:
    """Return what may stand in `sensitivity`: the kind's groups where the model is or belongs to a record."""
    try:
        kind, _through = kinds.of(model)
    except LookupError:
        return CLASSES
    return frozenset(kind.groups) | CLASSES


def _retention(model: Model) -> Iterator[CheckMessage]:
    retention = getattr(model, "retention", None)
    if not isinstance(retention, Retention):
        yield _error("E043", model, "declare `retention = Retention(...)`: how long is it kept, by what authority?")
    elif retention.from_field and retention.from_field not in {field.name for field in model._meta.get_fields()}:
        yield _error("E044", model, f"`retention` runs from {retention.from_field}, which is no field of it.")


def _record(model: type[Record]) -> Iterator[CheckMessage]:
    sealed = kinds.of(model)[0].sealed
    if undeclared := sorted(sealed - set(model.sealed_fields)):
        yield _error("E045", model, f"name the fields of the sealed groups {undeclared} in `sealed_fields`.")
    if open_groups := sorted(set(model.sealed_fields) - sealed):
        yield _error("E045", model, f"`sealed_fields` names {open_groups}, which the kind does not seal.")
    if columns := sorted(set(model.sensitivity.values()) & sealed):
        yield _error("E046", model, f"columns of the sealed groups {columns} would stand in clear: seal them.")


def _error(number: str, model: Model, text: str) -> Error:
    return Error(f"{model._meta.label}: {text}", obj=model, id=f"manumit.{number}")
