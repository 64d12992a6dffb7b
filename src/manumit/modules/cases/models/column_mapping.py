"""How an agency's own tables are read."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from ..choices import CaseType, NumberScheme


class ColumnMapping(models.Model):
    """What the columns of one sort of CSV table mean, saved by an agency under a `name`.

    `columns` holds `{column: field}`, as `importing.mapped_fields` names fields; a column left out is not read.
    `source` is who says what such a table says, `scheme` whose case number its rows carry.
    """

    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=60)
    source = models.CharField(max_length=60)
    case_type = models.CharField(max_length=24, choices=CaseType.choices, default=CaseType.MISSING)
    scheme = models.CharField(max_length=8, choices=NumberScheme.choices, default=NumberScheme.SOURCE)
    columns = models.JSONField(default=dict)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    saved_at = models.DateTimeField()

    sensitivity: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("id", "owner", "name", "source", "case_type", "scheme", "columns", "saved_at"), "internal"),
        "saved_by": "personal",
    }
    retention: ClassVar[Retention] = Retention(
        "Kept while tables of its sort may come again", years=75, from_field="saved_at"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="column_mapping_once_an_owner")]

    def __str__(self) -> str:
        return self.name
