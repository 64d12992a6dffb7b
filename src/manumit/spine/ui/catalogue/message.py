"""One text to translate."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Message:
    """A text as gettext knows it: the English (`text`), its `plural` form and `context` where it has them."""

    text: str
    plural: str = ""
    context: str = ""
