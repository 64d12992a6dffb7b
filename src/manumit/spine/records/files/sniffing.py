"""What a file is, told by its first bytes: its name and what the browser says of it are not believed."""

import puremagic
from django.utils.translation import gettext as _

from .errors import BadFile

HEAD = 8_192
ALLOWED = {
    "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "image/tiff": "tiff",
    "image/heic": "heic", "application/pdf": "pdf", "audio/mpeg": "mp3", "audio/wave": "wav", "audio/x-wav": "wav",
    "audio/mp4": "m4a", "audio/x-m4a": "m4a", "video/mp4": "mp4", "video/quicktime": "mov", "video/3gpp": "3gp",
    "text/plain": "txt",
}  # fmt: skip
"""Types that are taken, with their usual ending. None of them can carry script or macros that a viewer runs."""


def sniff(head: bytes) -> str:
    """Return the media type of a file that begins with `head`. Raises BadFile for one that is not on the list."""
    if not head:
        raise BadFile(_("The file is empty."))
    found = _named(head)
    if not found and _is_text(head):
        return "text/plain"
    if found not in ALLOWED:
        raise BadFile(_("Only pictures, PDF, sound, video and plain text are taken. Save a document as PDF first."))
    return found


def _named(head: bytes) -> str:
    """Return the likeliest type that has a name; nothing where none is recognized."""
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    named = [match for match in matches if match.mime_type]
    allowed = [match for match in named if match.mime_type in ALLOWED]
    best = max((match.confidence for match in named), default=0)
    likely = [match.mime_type for match in allowed if match.confidence >= best]
    return next(iter(likely or [match.mime_type for match in named]), "")


def _is_text(head: bytes) -> bool:
    """Plain text has no control characters but tabs and line ends, and does not begin like markup."""
    try:
        text = head.decode("utf-8", errors="strict" if len(head) < HEAD else "ignore")
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char in "\t\r\n" for char in text) and not text.lstrip().startswith("<")
