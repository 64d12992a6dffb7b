"""What every row beside a record begins with, and how it is found again."""

from datetime import datetime
from typing import Any, TypedDict, TypeVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import BesideRecord
from manumit.spine.records import Record

from .refusing import Refused

Row = TypeVar("Row", bound=BesideRecord)


class Place(TypedDict):
    """The fields that name a row's record."""

    record_kind: str
    record_id: int
    record_number: str


def beside(record: Record) -> Place:
    """Return the fields that put a row beside `record`."""
    return {"record_kind": record.kind, "record_id": record.pk, "record_number": record.number}


def place_of(row: BesideRecord) -> Place:
    """Return the fields that put a row beside the record of another."""
    return {"record_kind": row.record_kind, "record_id": row.record_id, "record_number": row.record_number}


def demand_words(text: str, why: Any) -> str:
    """Return `text` without space around it. Raises Refused with `why` if nothing is left."""
    if not text.strip():
        raise Refused(why)
    return text.strip()


def demand_past(moment: datetime) -> datetime:
    """Return `moment`. Raises Refused for one without zone or still to come."""
    if moment.tzinfo is None:
        raise Refused(_("Say in which time zone."))
    if moment > timezone.now():
        raise Refused(_("That is still to come: give a time that has passed."))
    return moment
