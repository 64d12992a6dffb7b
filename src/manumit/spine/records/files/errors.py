"""What files raise."""


class BadFile(ValueError):
    """A file that is not taken: too large, empty, or of a kind that is not on the list. The text says why."""


class FileGone(RuntimeError):
    """The file's content is not there, was altered, or its record's key was destroyed."""
