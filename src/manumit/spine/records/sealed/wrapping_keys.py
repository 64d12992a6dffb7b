"""The keys that wrap records' keys: from MANUMIT_SEAL_KEY, or the file `seal` in MANUMIT_HOME/secrets.

Both hold base64 keys of 32 bytes, the current one first and older ones after it: separated by commas in the
environment, one a line in the file. A key's id comes from the key, so that none can be mistaken for another.
"""

import base64
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from . import cipher
from .errors import KeyMissing

VARIABLE = "MANUMIT_SEAL_KEY"

Keys = dict[str, bytes]


def path() -> Path:
    """Return where the file of wrapping keys is."""
    return Path(settings.MANUMIT_HOME) / "secrets" / "seal"


def in_environment() -> bool:
    """Say whether the environment gives the keys, so that the file is not read."""
    return bool(os.environ.get(VARIABLE))


def load() -> Keys:
    """Return all wrapping keys by id, the current one first; empty where there are none yet. Raises ValueError."""
    if in_environment():
        return _parse(os.environ[VARIABLE].split(","))
    return _parse(path().read_text().split()) if path().exists() else {}


def current(*, may_begin: bool) -> tuple[str, bytes]:
    """Return id and key to wrap with; with `may_begin` the file is made where there is none. Raises KeyMissing."""
    keys = load()
    if not keys and may_begin:
        add(cipher.fresh_key())
        keys = load()
    if not keys:
        raise KeyMissing("(any)")
    return next(iter(keys.items()))


def add(key: bytes) -> str:
    """Put `key` first in the file and return its id."""
    save([key, *load().values()])
    return key_id(key)


def save(keys: Iterable[bytes]) -> None:
    """Replace the file, whole or not at all, readable by its owner only."""
    folder = path().parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path().with_name(f".seal.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.writelines(f"{base64.b64encode(key).decode()}\n" for key in keys)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path())
    _sync(folder)


def key_id(key: bytes) -> str:
    """Return the id of a wrapping key: 16 hexadecimal digits that say nothing about it."""
    return hashlib.sha256(b"manumit wrapping key id 1|" + key).hexdigest()[:16]


def _parse(lines: Iterable[str]) -> Keys:
    keys = [base64.b64decode(line.strip(), validate=True) for line in lines if line.strip()]
    if any(len(key) != cipher.KEY_BYTES for key in keys):
        raise ValueError(f"A wrapping key is {cipher.KEY_BYTES} bytes in base64")
    return {key_id(key): key for key in keys}


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
