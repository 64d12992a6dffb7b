"""Reading a file back, piece by piece."""

from collections.abc import Iterator

from ..models import StoredFile
from ..sealed import cipher, record_keys
from ..sealed.errors import Tampered
from . import places
from .errors import FileGone
from .keeping import holder
from .sealing import opened


def content(stored: StoredFile) -> Iterator[bytes]:
    """Return the clear bytes of a file in pieces; the caller has asked for permission and committed the leaf.

    Raises FileGone at once for one that was set aside, erased or is not there, and while reading for one altered.
    """
    if stored.quarantined_at is not None:
        raise FileGone("The file was set aside: nobody opens it.")
    if stored.key.destroyed_at is not None:
        raise FileGone("The key of the record was destroyed.")
    try:
        record_key = record_keys.unwrap(stored.key)
        key = cipher.unwrap(record_key, bytes(stored.wrapped), holder(stored.kind, stored.record_id, stored.sha256))
        sealed = (places.of_record(stored.kind, stored.record_id) / stored.sha256).open("rb")
    except (Tampered, OSError) as error:
        raise FileGone(f"The file cannot be opened: {type(error).__name__}") from error
    return opened(key, sealed)
