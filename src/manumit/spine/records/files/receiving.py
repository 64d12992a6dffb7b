"""Taking uploads: sealed piece by piece as they arrive, never whole in memory, never in clear on the disk."""

import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext as _

from ..sealed import cipher
from . import places
from .errors import BadFile
from .sealing import Sealing, opened
from .sniffing import HEAD, sniff


class ReceivedFile(UploadedFile):
    """An upload as it lies sealed in `incoming`: `key` opens it, `head` holds its first bytes.

    `name` is data and never part of a path. Closing it, as the end of the request does, removes it unless it was kept.
    """

    size: int

    def __init__(self, path: Path, name: str, size: int, *, key: bytes, head: bytes, sha256: str) -> None:
        super().__init__(None, name, None, size)
        self.path, self.key, self.head, self.sha256 = path, key, head, sha256

    def media_type(self) -> str:
        """Return what the file is, by its content. Raises BadFile where it is empty, too large or not taken."""
        if self.size > most_bytes():
            raise BadFile(_("The file is larger than %(most)s MB.") % {"most": settings.MANUMIT_FILE_MOST_MB})
        return sniff(self.head)

    def whole(self, most: int) -> bytes:
        """Return the clear bytes of an upload that is read and not kept. Raises BadFile for more than `most` bytes."""
        if self.size > min(most, most_bytes()):
            raise BadFile(_("The file is larger than %(most)s MB.") % {"most": min(most, most_bytes()) // 1_000_000})
        with self.path.open("rb") as sealed:
            return b"".join(opened(self.key, sealed))

    def close(self) -> None:
        """Remove what was not kept."""
        self.path.unlink(missing_ok=True)


class SealingUploadHandler(FileUploadHandler):
    """Django's handler of every upload; what is beyond the limit is read to its end and thrown away."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.key, self.head, self.kept = cipher.fresh_key(), b"", True
        self.path = places.incoming() / uuid4().hex
        self.out = os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self.sealing = Sealing(self.key, self.out)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal a piece; beyond the limit only count."""
        if self.sealing.size > most_bytes():
            return
        self.head += raw_data[: max(HEAD - len(self.head), 0)]
        self.sealing.write(raw_data)

    def file_complete(self, file_size: int) -> ReceivedFile:
        """Return the file as it lies in `incoming`."""
        sha256 = self.sealing.finish()
        self._close()
        return ReceivedFile(self.path, self.file_name or "", file_size, key=self.key, head=self.head, sha256=sha256)

    def upload_interrupted(self) -> None:
        """Remove what came of a file whose sender went away."""
        if hasattr(self, "out"):
            self.out.close()
            self.path.unlink(missing_ok=True)

    def _close(self) -> None:
        self.out.flush()
        os.fsync(self.out.fileno())
        self.out.close()


def most_bytes() -> int:
    """Return how large a file may be."""
    return int(settings.MANUMIT_FILE_MOST_MB) * 1_000_000
