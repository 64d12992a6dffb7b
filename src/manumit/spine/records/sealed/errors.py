"""What sealed values raise."""


class KeyMissing(RuntimeError):
    """The wrapping key that a record's key needs is not in MANUMIT_SEAL_KEY or the secrets folder."""

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"Wrapping key {key_id} is not here: put it back into MANUMIT_SEAL_KEY or MANUMIT_HOME/secrets/seal."
        )


class Tampered(RuntimeError):
    """A sealed value or key does not open in its place: it was altered, moved or swapped."""

    def __init__(self, place: str) -> None:
        super().__init__(f"Sealed value does not open in its place, it was altered or moved: {place}")


class Erased(RuntimeError):
    """The record's key was destroyed: what it sealed is gone."""


class SealedReadsClosed(RuntimeError):
    """The log is not being sealed at this moment, so no sealed value is shown."""

    def __init__(self) -> None:
        super().__init__("Sealed values are not shown while the audit log stands still: is the sequencer running?")


class ReadInsideTransaction(RuntimeError):
    """A sealed value was to be read inside a transaction, whose roll-back would take the leaf of the read away."""

    def __init__(self) -> None:
        super().__init__("Read sealed values outside transaction.atomic(): the leaf is committed before the value.")
