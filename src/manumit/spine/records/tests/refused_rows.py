"""What the database itself refuses of a row: one that is sound is taken, one that is wrong in one thing is not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from manumit.spine.access import ScopedModel

Values = Mapping[str, Any]
PLAIN: Mapping[type[Any], Any] = {
    models.BooleanField: False, models.DateTimeField: timezone.now(), models.DateField: timezone.localdate(),
    models.IntegerField: 1, models.DecimalField: 1, models.JSONField: {}, models.BinaryField: b"x",
    models.CharField: "x", models.TextField: "x", ArrayField: [],
}  # fmt: skip
"""What stands in a column of which a case says nothing, the nearest type first."""


@dataclass(frozen=True)
class Refused:
    """A constraint by `name`: a row with `sound` values is taken, one with `wrong` among them is refused by it.

    `twice` says that it is refused beside the sound one: only so does a second row break what must be there once.
    """

    model: type[models.Model]
    name: str
    wrong: Values
    sound: Values = field(default_factory=dict)
    twice: bool = False

    def __str__(self) -> str:
        return f"{self.name} {' '.join(self.wrong)}"


def demand_refused(case: Refused) -> None:
    """Fail unless the database takes the sound row of `case` and refuses the wrong one by that constraint's name.

    Foreign keys are looked at with the commit only, which never comes: other tables need no rows.
    """
    with transaction.atomic():
        first = transaction.savepoint()
        _put(case.model, case.sound)
        if not case.twice:
            transaction.savepoint_rollback(first)
        with pytest.raises(IntegrityError, match=case.name), transaction.atomic():
            _put(case.model, {**case.sound, **case.wrong})
        transaction.set_rollback(True)


def _put(model: type[models.Model], values: Values) -> None:
    row = model(**{**_filled(model), **values})
    manager = model.unscoped if issubclass(model, ScopedModel) else model._base_manager
    manager.bulk_create([row])


def _filled(model: type[models.Model]) -> dict[str, Any]:
    fields = [each for each in model._meta.concrete_fields if not each.primary_key and not each.has_default()]
    return {each.attname: 1 if each.is_relation else _plain(each) for each in fields if not each.null}


def _plain(of: Any) -> Any:
    if of.choices and not callable(of.choices):
        return next(code for code, _ in of.flatchoices)
    return next(value for kind, value in PLAIN.items() if isinstance(of, kind))
