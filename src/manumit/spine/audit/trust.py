"""Whose signature a checkpoint must bear."""

from collections.abc import Sequence

from .checkpoint import Checkpoint
from .evidence import Finding, Tampered
from .note import BadNote, Verifier, open_note


class Trust:
    """Follows the signing key through the checkpoints: each bears the current key's signature.

    The first published key is trusted to begin with. A note that bears a later key's signature as well hands over to
    it, so a key that the previous one did not vouch for is never believed.
    """

    def __init__(self, published: Sequence[Verifier]) -> None:
        if not published:
            raise Tampered(Finding("key", "no public key stands beside the checkpoints"))
        self.published = list(published)
        self.current = self.published[0]

    def open(self, note: str) -> Checkpoint:
        """Return the checkpoint of a note the current key signed; raises Tampered."""
        try:
            text, signed_by = open_note(note, self.published)
            checkpoint = Checkpoint.parse(text)
        except BadNote as error:
            raise Tampered(Finding("checkpoint", str(error))) from error
        if self.current not in signed_by or checkpoint.origin != self.current.name:
            what = f"the checkpoint of {checkpoint.size} leaves is not signed by {self.current}"
            raise Tampered(Finding("key", what, checkpoint.size))
        self.current = max(signed_by, key=self.published.index)
        return checkpoint
