"""Checkpoints: the signed size and root of the tree, after C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint)."""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from .merkle import WIDTH
from .note import BadNote, Signer, sign

TIME = "time "


@dataclass(frozen=True)
class Checkpoint:
    """The tree `origin` had `size` leaves and this `root` at `time`, in seconds since 1970.

    The time is an extension line: it lets a witness see that an unchanged log is alive rather than held back.
    """

    origin: str
    size: int
    root: bytes
    time: int = 0

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        """Read a note's text; raises BadNote."""
        origin, size, root, *extensions = text.splitlines() + [""] * 3
        try:
            found = cls(origin, int(size), b64decode(root, validate=True), _time(extensions))
        except ValueError as error:
            raise BadNote("not a checkpoint: origin, size, root") from error
        one_way = found.text().startswith(f"{origin}\n{size}\n{root}\n")
        if not one_way or found.size < 0 or len(found.root) != WIDTH:
            raise BadNote("a checkpoint's size and root are written in one way only")
        return found

    def text(self) -> str:
        """Return what is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n{TIME}{self.time}\n"

    def signed(self, signers: Iterable[Signer]) -> str:
        """Return the signed note."""
        return sign(self.text(), signers)


def _time(extensions: Iterable[str]) -> int:
    return next((int(line.removeprefix(TIME)) for line in extensions if line.startswith(TIME)), 0)
