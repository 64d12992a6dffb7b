"""Words for cases that a complete file no longer lists."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .. import questions
from ..models import Case

LAYOUTS = {
    "csv-2019": _("NamUs table of 2019"),
    "csv-2025": _("NamUs table"),
    "namus-json": _("NamUs documents"),
}


def missed(case: Case) -> dict[str, Any] | None:
    """Return in which files the case stood that list it no more, and since when; None where nothing needs review."""
    entry = questions.missed_by(case)
    if entry is None:
        return None
    return {"feed": LAYOUTS.get(entry.feed.layout, entry.feed.layout), "at": entry.vanished_at}
