"""Save what the columns of an agency's own tables mean."""

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.choices import Level

from ..choices import CaseType, NumberScheme
from ..importing.mapped_fields import FIELDS, NEEDED
from ..models import Case, ColumnMapping

MOST_COLUMNS = 200
ONCE = frozenset(name for name, field in FIELDS.items() if field.into != "part")
"""What can be said of a case by one column only."""


class BadMapping(ValueError):
    """The mapping cannot be saved or used; the text says what is wrong with it."""


@action("case.mapping.save")
def save_mapping(
    actor: Actor,
    *,
    name: str,
    source: str,
    columns: Mapping[str, str],
    case_type: str = CaseType.MISSING,
    scheme: str = NumberScheme.SOURCE,
) -> ColumnMapping:
    """Save `columns` (`{column: field}`) under `name` for the actor's agency, in place of one of that name.

    Raises Denied for who may open no cases, BadMapping naming the column.
    """
    now = timezone.now()
    require(actor, "create", Case(owner_id=actor.agency_id, level=Level.RESTRICTED, opened_at=now))
    _demand(name, source, columns, case_type, scheme)
    values = {"source": source.strip(), "columns": dict(columns), "case_type": case_type, "scheme": scheme}
    mapping, _new = ColumnMapping.objects.update_or_create(
        owner_id=actor.agency_id,
        name=name.strip(),
        defaults={**values, "saved_by_id": actor.person_id, "saved_at": now},
    )
    audit.record(actor, "case.mapping.save", kind="column_mapping", record_id=mapping.pk, detail=values)
    return mapping


def _demand(name: str, source: str, columns: Mapping[str, str], case_type: str, scheme: str) -> None:
    if not name.strip() or len(name.strip()) > 60:
        raise BadMapping(_("Give the mapping a name of at most 60 characters."))
    if not source.strip() or len(source.strip()) > 40:
        raise BadMapping(_("Say in at most 40 characters who says what the table says."))
    if case_type not in CaseType.values or scheme not in NumberScheme.values:
        raise BadMapping(_("There is no such type of case, or no such system of numbers."))
    _demand_columns(columns)


def _demand_columns(columns: Mapping[str, str]) -> None:
    if not isinstance(columns, Mapping) or len(columns) > MOST_COLUMNS:
        raise BadMapping(_("A mapping says what at most 200 columns mean."))
    for column, field in columns.items():
        if field not in FIELDS:
            raise BadMapping(_("Column “%(column)s”: there is no field “%(field)s”.") % _both(column, field))
    named = list(columns.values())
    if named.count(NEEDED) != 1:
        raise BadMapping(_("Say which one column holds the case number: by it a later table finds the case again."))
    for field in sorted(ONCE & {field for field in named if named.count(field) > 1}):
        raise BadMapping(_("Only one column can be “%(field)s”.") % {"field": FIELDS[field].label})


def _both(column: object, field: object) -> dict[str, str]:
    return {"column": str(column)[:60], "field": str(field)[:60]}
