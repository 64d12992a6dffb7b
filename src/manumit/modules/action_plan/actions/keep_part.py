"""Add a row of a plan or partnership, and correct it: any noun of `nouns.NOUNS`."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, Record, action, provenance
from manumit.spine.records.rows import clean_row, count_version, demand_version

from ..choices import PartnershipState
from ..models import PartnershipAmendment, PartnershipIndicator
from ..nouns import NOUNS, Noun
from ..partnership_rules import demand_targets
from ..refusing import Refused
from .opening import noted


@action("plan.add_part")
def add_part(actor: Actor, record: Record, noun: Noun, values: Mapping[str, Any], *, source: str) -> Any:
    """Add a row with `values` by field; rows of others are given by their id. It is a version of its record.

    Raises Denied or Hidden, ValidationError by field, Refused with the rule that stands against it.
    """
    _demand_open(actor, record)
    row = noun.model(**({noun.path: record} if "__" not in noun.path else {}))
    cleaned = _clean(record, noun, row, values)
    _settle(record, noun, row, cleaned)
    row.save(force_insert=True)
    steps = {f"{noun.name}.{row.pk}.{name}": (None, value) for name, value in cleaned.items()}
    count_version(record, actor, steps, provenance.said(source), **_along(row))
    noted(actor, record, "plan.add_part", {"part": noun.name, "id": row.pk})
    return row


@action("plan.edit_part")
def edit_part(
    actor: Actor, record: Record, noun: Noun, row: Any, values: Mapping[str, Any], *, expected_version: int, source: str
) -> Any:
    """Correct a row if its record still has `expected_version`; what stood before stays in the history.

    Raises Denied or Hidden, Conflict, NothingToChange, ValidationError by field, also for one that is locked.
    """
    _demand_open(actor, record)
    fixed = noun.locked if noun.editable else frozenset(noun.fields)
    if wrong := {name: [_("It is kept word for word and not changed.")] for name in values.keys() & fixed}:
        raise ValidationError(wrong)
    changes = _differing(row, _clean(record, noun, row, values))
    if not changes:
        raise NothingToChange(tuple(values))
    steps = {f"{noun.name}.{row.pk}.{name}": pair for name, pair in changes.items()}
    demand_version(record, steps, expected_version)
    _settle(record, noun, row, {name: new for name, (_old, new) in changes.items()})
    row.save()
    count_version(record, actor, steps, provenance.said(source), expected_version=expected_version)
    noted(actor, record, "plan.edit_part", {"part": noun.name, "id": row.pk})
    return row


def _demand_open(actor: Actor, record: Record) -> None:
    require(actor, "edit", record)
    if getattr(record, "state", "") == PartnershipState.CLOSED:
        raise Refused(_("The partnership is closed: nothing of it changes."))


def _settle(record: Record, noun: Noun, row: Any, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, row._meta.get_field(name).attname, value)
    row.clean_fields(exclude=[*noun.rows, *noun.years, noun.path])
    noun.settle(record, row)
    if isinstance(row, PartnershipAmendment) and row.ends_on:
        _demand_targets_of_more_years(record, row)
    _demand_once(row)


def _differing(row: Any, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return (old, new) of each value that is not yet so; of rows chosen their ids."""
    pairs = {name: (getattr(row, row._meta.get_field(name).attname), new) for name, new in values.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _demand_once(row: Any) -> None:
    """Raise ValidationError where a row that may be there once is there already."""
    for rule in row._meta.constraints:
        same = {name: getattr(row, row._meta.get_field(name).attname) for name in rule.fields}
        if type(row).unscoped.filter(**same).exclude(pk=row.pk).exists():
            raise ValidationError(
                {rule.fields[-1]: [_("This one is there already: give another, or correct that one.")]}
            )


def _demand_targets_of_more_years(record: Any, amendment: PartnershipAmendment) -> None:
    longer = type(record)(begins_on=record.begins_on, ends_on=amendment.ends_on)
    for indicator in PartnershipIndicator.unscoped.filter(partnership=record):
        demand_targets(longer, indicator)


def _along(row: Any) -> dict[str, Any]:
    """Return what of the record changes with the row: an amendment may move its last day."""
    return {"ends_on": row.ends_on} if isinstance(row, PartnershipAmendment) and row.ends_on else {}


def _clean(record: Record, noun: Noun, row: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    cleaners = {
        **{name: _chosen(record, NOUNS[of]) for name, of in noun.rows.items()},
        **dict.fromkeys(noun.years, _by_year),
    }
    ours = frozenset(field.name for field in row._meta.concrete_fields) - set(noun.fields)
    given = {name: getattr(value, "pk", value) for name, value in values.items()}
    return clean_row(row, given, kept_by_us=ours, cleaners=cleaners)


def _chosen(record: Record, noun: Noun) -> Callable[[Any, Any], Any]:
    """Return what cleans ids of rows of `noun` that belong to the same record: one, several in a list, or none."""

    def clean(value: Any, _row: Any) -> Any:
        wanted = value if isinstance(value, list) else [value] if value else []
        found = set(noun.model.unscoped.filter(**{noun.path: record}, pk__in=wanted).values_list("pk", flat=True))
        if set(wanted) - found:
            raise ValidationError(_("Choose one that belongs to the same record."))
        return value or (value if isinstance(value, list) else None)

    return clean


def _by_year(value: Any, _row: Any) -> dict[str, int]:
    """Return numbers by year, such as {"2025": 40}."""
    if not isinstance(value, dict) or not all(str(year).isdigit() and isinstance(n, int) for year, n in value.items()):
        raise ValidationError(_("Give a whole number for each year."))
    return {str(year): number for year, number in sorted(value.items())}
