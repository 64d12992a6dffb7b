"""Attach a file to a case, or note where a custodian keeps what may not lie here."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, files, provenance
from manumit.spine.records.changing import lock
from manumit.spine.records.choices import Certainty
from manumit.spine.records.rows import count_version

from ..choices import FileKind
from ..models import Case, CaseFile
from .cleaning import clean_row

SAID_BY_PEOPLE = frozenset({"file_kind", "description", "taken_on", "shows_dead", "custodian", "reference", "person"})


@action("case.file.add")
def add_file(
    actor: Actor | None,
    case: Case,
    values: Mapping[str, Any],
    file: files.ReceivedFile | None,
    *,
    source: str,
    certainty: str = Certainty.EXACT,
) -> CaseFile:
    """Attach `file`, or with None note the `custodian` and `reference` of one that is kept elsewhere; return it.

    Raises Denied, ValidationError by field, also for a file that is not taken.
    """
    require(actor, "edit", case)
    if foreign := values.keys() - SAID_BY_PEOPLE:
        raise ValueError(f"add_file does not take {', '.join(sorted(foreign))}")
    row = CaseFile(case=case)
    cleaned = clean_row(row, values)
    for name, value in cleaned.items():
        setattr(row, name, value)
    lock(case)
    _demand_sense(row, file)
    if file is not None:
        _keep(case, row, file)
    CaseFile.unscoped.bulk_create([row])
    steps = {f"files.{row.pk}.{name}": (None, value) for name, value in {**cleaned, "name": row.name}.items()}
    count_version(case, actor, steps, provenance.said(source, certainty))
    audit.record(actor, "case.file.add", kind=Case.kind, record_id=case.pk, detail=_detail(row))
    return row


def _demand_sense(row: CaseFile, file: files.ReceivedFile | None) -> None:
    elsewhere = row.file_kind == FileKind.REFERENCE
    if elsewhere and file is not None:
        raise ValidationError({"file": [_("What a custodian keeps is not sent here: leave the file out.")]})
    if elsewhere and not (row.custodian and row.reference):
        raise ValidationError({"custodian": [_("Name the custodian, and the reference under which they keep it.")]})
    if not elsewhere and row.custodian:
        raise ValidationError({"custodian": [_("Only what is not kept here has a custodian.")]})
    if not elsewhere and file is None:
        raise ValidationError({"file": [_("Choose a file.")]})


def _keep(case: Case, row: CaseFile, file: files.ReceivedFile) -> None:
    try:
        row.stored = files.keep(case, file)
    except files.BadFile as bad:
        raise ValidationError({"file": [str(bad)]}) from None
    row.name, row.media_type, row.size = (file.name or "")[:255], row.stored.media_type, row.stored.size


def _detail(row: CaseFile) -> dict[str, Any]:
    sha256 = row.stored.sha256 if row.stored else ""
    return {"file": row.pk, "kind": row.file_kind, "sha256": sha256}
