"""Why an action of administration was refused, in words for the person who asked."""

from django.utils.functional import Promise


class Refused(Exception):
    """The rules do not allow it whoever asks; `reason` says why and what would help."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason
