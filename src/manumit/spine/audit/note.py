"""Signed notes: a text and the Ed25519 signatures under it, after C2SP signed-note (https://c2sp.org/signed-note)."""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
ID_LENGTH = 4
SECRET_PREFIX = "PRIVATE+KEY+"  # noqa: S105 - a mark that begins every private key, none itself
DASH = "\N{EM DASH} "


class BadNote(ValueError):
    """A note or key is malformed, or a signature of a known key does not hold."""


@dataclass(frozen=True)
class Verifier:
    """A public key with its name; `str()` is the line one gives to those who verify."""

    name: str
    public: bytes

    @classmethod
    def parse(cls, line: str) -> "Verifier":
        """Read `name+id+base64`, as `str()` writes it; raises BadNote if the id does not belong to the key."""
        name, key_id, encoded = _three(line)
        verifier = cls(name, _ed25519(encoded))
        if verifier.id.hex() != key_id:
            raise BadNote(f"{key_id} is not the id of key {name}")
        return verifier

    @property
    def id(self) -> bytes:
        """The four bytes that name the key in a signature."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:ID_LENGTH]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{b64encode(ED25519 + self.public).decode()}"

    def holds(self, text: bytes, signature: bytes) -> bool:
        """Say whether `signature` is this key's over `text`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, repr=False)
class Signer:
    """A private key with its name; never printed by accident."""

    name: str
    seed: bytes

    @classmethod
    def make(cls, name: str) -> "Signer":
        """Return a new random key."""
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, line: str) -> "Signer":
        """Read the line `secret_line` writes; raises BadNote."""
        if not line.startswith(SECRET_PREFIX):
            raise BadNote(f"a signing key begins with {SECRET_PREFIX}")
        name, key_id, encoded = _three(line.removeprefix(SECRET_PREFIX))
        signer = cls(name, _ed25519(encoded))
        if signer.verifier.id.hex() != key_id:
            raise BadNote(f"{key_id} is not the id of key {name}")
        return signer

    @property
    def secret_line(self) -> str:
        """The key as one line for a secrets file."""
        return f"{SECRET_PREFIX}{self.name}+{self.verifier.id.hex()}+{b64encode(ED25519 + self.seed).decode()}"

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self._private().public_key().public_bytes_raw())

    def signature_line(self, text: bytes) -> str:
        """Return the line that signs `text`."""
        signed = b64encode(self.verifier.id + self._private().sign(text)).decode()
        return f"{DASH}{self.name} {signed}\n"

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def sign(text: str, signers: Iterable[Signer]) -> str:
    """Return the note of `text`, which ends with a newline, signed by each signer in turn."""
    if not text.endswith("\n"):
        raise BadNote("a note's text ends with a newline")
    return text + "\n" + "".join(signer.signature_line(text.encode()) for signer in signers)


def open_note(note: str, verifiers: Iterable[Verifier]) -> tuple[str, set[Verifier]]:
    """Return the note's text and those of `verifiers` that signed it.

    Signatures by other keys are ignored, as the standard asks; raises BadNote if one by a known key does not hold.
    """
    known = {(verifier.name, verifier.id): verifier for verifier in verifiers}
    text, separator, lines = note.rpartition("\n\n")
    if not separator or not lines.endswith("\n"):
        raise BadNote("a note is a text, an empty line and signature lines")
    text += "\n"
    signed = {known[key]: signature for key, signature in map(_signature, lines[:-1].split("\n")) if key in known}
    for verifier, signature in signed.items():
        if not verifier.holds(text.encode(), signature):
            raise BadNote(f"the signature by {verifier.name} does not hold")
    return text, set(signed)


def _signature(line: str) -> tuple[tuple[str, bytes], bytes]:
    name, space, encoded = line.removeprefix(DASH).partition(" ")
    if not line.startswith(DASH) or not space:
        raise BadNote("a signature line is a dash, a name and base64")
    signed = _decode(encoded)
    return (name, signed[:ID_LENGTH]), signed[ID_LENGTH:]


def _three(line: str) -> tuple[str, str, str]:
    name, key_id, encoded = [*line.strip().split("+", 2), "", ""][:3]
    if not name or not encoded:
        raise BadNote("a key is name+id+base64")
    return name, key_id, encoded


def _ed25519(encoded: str) -> bytes:
    key = _decode(encoded)
    if key[:1] != ED25519 or len(key) != 33:
        raise BadNote("only Ed25519 keys are used here")
    return key[1:]


def _decode(encoded: str) -> bytes:
    try:
        decoded = b64decode(encoded, validate=True)
    except ValueError as error:
        raise BadNote("not base64") from error
    if b64encode(decoded).decode() != encoded:  # the last letter has bits that decoding drops
        raise BadNote("base64 is written in one way only")
    return decoded
