"""What a receiver would see: the release is made, the record found and rendered as they would, and all taken back.

So the preview is decided by the very rules that will decide their reading, forbids included, and cannot drift from it.
"""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from manumit.spine.access import Hidden, find, kinds, require
from manumit.spine.access.models import Agreement
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import Record, releasing
from manumit.spine.records.releasable import Releasable
from manumit.spine.records.releasing import Terms

from .covering import titles

NOBODY = 0
"""The person of the preview: somebody of the receiving agency, whoever it will be."""


@dataclass(frozen=True)
class Preview:
    """What the receiver would see of the record: `seen` groups, those `withheld`, and the page as they read it.

    `seen` is empty where other rules hide the record from them in spite of the release.
    """

    seen: tuple[str, ...]
    withheld: tuple[str, ...]
    page: SafeString


def preview(actor: Actor, record: Record, terms: Terms, offer: Releasable) -> Preview:
    """Return what releasing `record` on `terms` would show. Raises Denied, ValidationError as the release would."""
    require(actor, "release", record)
    with transaction.atomic():
        releasing.release(actor, record, terms, offer)
        shown = _as_they_see(record, terms, offer)
        transaction.set_rollback(True)
    return shown


def receiver(agency_id: int, purpose: str) -> Actor:
    """Return an investigator of the agency, using the system for `purpose`."""
    agency = Agency.objects.get(pk=agency_id)
    partner = Agreement.live(timezone.now()).filter(agency=agency).exists()
    return Actor(NOBODY, agency.pk, frozenset({"investigator"}), purpose, agency.kind, partner, True, agency.nation_id)


def _as_they_see(record: Record, terms: Terms, offer: Releasable) -> Preview:
    them = receiver(terms.agency_id, min(terms.purposes))
    try:
        found = find(them, "read_summary", record.kind, record.number)
    except Hidden:
        return Preview((), tuple(titles(record.kind, offer.titles)), SafeString(""))
    seen = [group for group in kinds.get(record.kind).groups if getattr(found, f"can_read_{group}")]
    withheld = [group for group in kinds.get(record.kind).groups if group not in seen]
    page = offer.shown(them, found) if offer.shown else fields_of(found, seen)
    return Preview(tuple(titles(record.kind, seen)), tuple(titles(record.kind, withheld)), mark_safe(page))  # noqa: S308 - rendered by a template


def fields_of(record: Any, groups: list[str]) -> SafeString:
    """Return the record's own fields of the groups as a list, for kinds that render no page of their own."""
    named = [field for field in record._meta.concrete_fields if record.sensitivity.get(field.name) in groups]
    rows = format_html_join(
        "", '<div class="m-summary__row"><dt>{}</dt><dd>{}</dd></div>', ((_name(f), _value(record, f)) for f in named)
    )
    return SafeString(f'<dl class="m-summary">{rows}</dl>')


def _name(field: "models.Field[Any, Any]") -> str:
    return str(field.verbose_name).capitalize()


def _value(record: Any, field: "models.Field[Any, Any]") -> str:
    shown = getattr(record, f"get_{field.name}_display", None)
    value = shown() if shown else getattr(record, field.name)
    return "-" if value in (None, "", []) else str(value)
