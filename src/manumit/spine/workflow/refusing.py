"""What actions of work refuse, in words for people: why, and what would help."""

from django.utils.functional import Promise


class Refused(Exception):
    """This cannot be done now. `why` says what stands against it and what would help."""

    def __init__(self, why: str | Promise) -> None:
        super().__init__(str(why))
        self.why = why
