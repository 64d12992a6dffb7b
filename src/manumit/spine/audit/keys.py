"""The keys that sign checkpoints: where they are kept, and how one gives way to the next.

The signing key is a line in MANUMIT_HOME/secrets/audit, or in the environment as MANUMIT_AUDIT_KEY. Public keys are
listed in MANUMIT_HOME/audit/keys, oldest first. A second line is the next key: the next checkpoint bears both
signatures, by which the old key vouches for the new one, and the old key is then erased from the file.
"""

import os
import secrets
from pathlib import Path

from . import durable
from .evidence import Finding, Tampered
from .note import BadNote, Signer, Verifier

VARIABLE = "MANUMIT_AUDIT_KEY"
SECRET_MODE = 0o600


def secret_file(home: Path) -> Path:
    """Return where the signing key is kept unless the environment gives it."""
    return home / "secrets" / "audit"


def signers(home: Path) -> list[Signer]:
    """Return the signing key, and the next one while a rotation is under way; a first key is made if there is none.

    Raises BadNote if a line is no key.
    """
    path = secret_file(home)
    given = os.environ.get(VARIABLE)
    if given is None and not path.exists():
        _keep(path, [Signer.make(f"manumit/audit/{secrets.token_hex(8)}")])
    lines = (path.read_text(encoding="utf-8") if given is None else given).split()
    if not lines:
        raise BadNote(f"{VARIABLE if given is not None else path} holds no signing key")
    return [Signer.parse(line) for line in lines]


def begin_rotation(home: Path) -> Verifier:
    """Add the next key, of the same name, and return its public half; the sequencer completes the change.

    Raises BadNote if the key comes from the environment, or a rotation is under way.
    """
    if VARIABLE in os.environ:
        raise BadNote(f"the key is in {VARIABLE}: put the next key there as a second line instead")
    current = signers(home)
    if len(current) > 1:
        raise BadNote("a rotation is under way; it ends at the sequencer's next checkpoint")
    following = Signer.make(current[0].name)
    _keep(secret_file(home), [*current, following])
    return following.verifier


def finish_rotation(home: Path) -> None:
    """Erase every key but the newest, once a checkpoint bears both signatures."""
    if VARIABLE not in os.environ:
        _keep(secret_file(home), signers(home)[-1:])


def published(directory: Path) -> list[Verifier]:
    """Return the public keys listed beside the checkpoints, oldest first; raises Tampered if a line is no key."""
    path = directory / "keys"
    lines = path.read_text(encoding="utf-8", errors="replace").split() if path.exists() else []
    try:
        return [Verifier.parse(line) for line in lines]
    except BadNote as error:
        raise Tampered(Finding("key", f"the list of public keys is damaged: {error}")) from error


def publish(directory: Path, keys: list[Signer]) -> None:
    """Add to the list those public keys that it lacks."""
    known = published(directory)
    listed = known + [key.verifier for key in keys if key.verifier not in known]
    if listed != known:
        durable.replace(directory / "keys", "".join(f"{key}\n" for key in listed))


def _keep(path: Path, keys: list[Signer]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    durable.replace(path, "".join(f"{key.secret_line}\n" for key in keys), SECRET_MODE)
