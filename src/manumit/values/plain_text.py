"""Keys under which text is compared: exact but for letter case and spacing, or letters and digits alone."""

from __future__ import annotations

import unicodedata


def exact_key(text: str) -> str:
    """Return `text` without regard to letter case and spacing."""
    return " ".join(text.split()).casefold()


def loose_key(text: str) -> str:
    """Return the letters and digits of `text`, without letter case, accents, spacing or punctuation."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", text).casefold() if mark.isalnum())
