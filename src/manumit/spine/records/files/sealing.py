"""AES-256-GCM over pieces of 64 KiB: a file is sealed while it arrives and opened while it leaves.

Each file has a key of its own, so a piece's nonce is its number and whether it is the last: pieces that are swapped,
repeated, dropped or cut off do not open.
"""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .errors import FileGone

PIECE = 65_536
TAG = 16
BOUND = b"manumit file 1"


class Sealing:
    """Seals what is written to it into `out`, keeping size and SHA-256 of the clear bytes."""

    def __init__(self, key: bytes, out: BinaryIO) -> None:
        self._aead, self._out = AESGCM(key), out
        self._waiting, self._number = bytearray(), 0
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, clear: bytes) -> None:
        """Take more of the file. The last whole piece waits: it may be the last of all."""
        self._hash.update(clear)
        self.size += len(clear)
        self._waiting += clear
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def finish(self) -> str:
        """Seal what waits as the last piece and return the SHA-256 of the whole in hexadecimal digits."""
        self._seal(bytes(self._waiting), last=True)
        return self._hash.hexdigest()

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._out.write(self._aead.encrypt(_nonce(self._number, last=last), piece, BOUND))
        self._number += 1


def opened(key: bytes, sealed: BinaryIO) -> Iterator[bytes]:
    """Yield the clear pieces of a sealed file. Raises FileGone at the first piece that is not as it was written."""
    aead, number, piece = AESGCM(key), 0, sealed.read(PIECE + TAG)
    while True:
        following = sealed.read(PIECE + TAG)
        try:
            yield aead.decrypt(_nonce(number, last=not following), piece, BOUND)
        except InvalidTag:
            raise FileGone("The file was altered, or is not whole.") from None
        if not following:
            return
        number, piece = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
