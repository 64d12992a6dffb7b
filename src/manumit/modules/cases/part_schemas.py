"""What programs send of each part of a case, made from its model: what the model says once, the document says too."""

from collections.abc import Mapping
from typing import Annotated, Any, cast

from django.db import models
from pydantic import Field, StringConstraints, create_model

from manumit.spine.ui.api.columns import Partial, fields_of

from .actions.cleaning import KEPT_BY_US
from .models import PARTS, CaseAgency, CasePart, OutsideNumber
from .schemas import Said, Strict

OWN: Mapping[str, Any] = {
    "state": Annotated[str, StringConstraints(pattern="^([A-Z]{2})?$")],
    "died": Partial,
    "latitude": Annotated[float, Field(ge=-90, le=90)],
    "longitude": Annotated[float, Field(ge=-180, le=180)],
}
"""Fields whose column says less than the document should."""
ELSEWHERE = KEPT_BY_US | {"agency"}


def _fields(model: type[models.Model], whole: bool) -> dict[str, Any]:
    return fields_of(model, without=ELSEWHERE, own=OWN, whole=whole)


def _made(part: str, model: type[models.Model], *, whole: bool) -> type[Said]:
    name, word = f"{'New' if whole else 'Changed'}{model.__name__}", "values" if whole else "changes"
    doc = f"A part of `{part}` to add." if whole else f"Values of a part of `{part}` to correct."
    values: Any = create_model(f"{name}Values", __base__=Strict, __doc__=doc, **_fields(model, whole))
    body: dict[str, Any] = {word: (values, ...)}
    return cast(type[Said], create_model(name, __base__=Said, __doc__=f"{doc} Who says it.", **body))


CHANGED: Mapping[str, type[CasePart]] = {**PARTS, "agencies": CaseAgency, "numbers": OutsideNumber}
NEW: Mapping[str, type[Said]] = {part: _made(part, model, whole=True) for part, model in PARTS.items()}
"""The body that adds a part, by its name."""
CHANGE: Mapping[str, type[Said]] = {part: _made(part, model, whole=False) for part, model in CHANGED.items()}
"""The body that corrects a part, an agency or a number, by its name."""
