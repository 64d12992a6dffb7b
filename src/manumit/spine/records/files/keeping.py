"""Giving a received file to a record, and forgetting a record's files with it."""

import shutil
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import Record, StoredFile
from ..sealed import cipher, record_keys
from . import places
from .errors import BadFile
from .receiving import ReceivedFile


def keep(record: Record, file: ReceivedFile) -> StoredFile:
    """Keep `file` with `record`, once however often it is sent; the caller is an action and holds the record's lock.

    Raises BadFile for what is not taken, and for content that was set aside in this record.
    """
    media_type = file.media_type()
    same = StoredFile.objects.filter(kind=record.kind, record_id=record.pk, sha256=file.sha256).first()
    if same is not None and same.quarantined_at is not None:
        raise BadFile(_("This content was set aside here as suspected. It is not taken again."))
    return same or _new(record, file, media_type)


def holder(kind: str, record_id: int, sha256: str) -> str:
    """Return whose key a file's wrapped key is: moved to another record or file it does not open."""
    return f"file|{kind}|{record_id}|{sha256}"


def forget(record: Record) -> None:
    """Delete the record's files: the rows now, what lies on the disk once that is certain."""
    StoredFile.objects.filter(kind=record.kind, record_id=record.pk).delete()
    folder = places.of_record(record.kind, record.pk)
    transaction.on_commit(lambda: _remove(folder))


def _new(record: Record, file: ReceivedFile, media_type: str) -> StoredFile:
    key_id, record_key = record_keys.of_or_new(record)
    wrapped = cipher.wrap(record_key, file.key, holder(record.kind, record.pk, file.sha256))
    places.move_in(file.path, record.kind, record.pk, file.sha256)
    return StoredFile.objects.create(
        kind=record.kind,
        record_id=record.pk,
        sha256=file.sha256,
        size=file.size,
        media_type=media_type,
        key_id=key_id,
        wrapped=wrapped,
    )


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
