"""Advice beside the decision it was given for, in one line for every format that has no page of its own."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from ..choices import BecameOf
from ..models import PublicCommitment


def lines(promise: PublicCommitment) -> list[str]:
    """Return a line for each advice the public may read: who gave it where they chose a name, and what became of it."""
    given: Iterable[Mapping[str, str]] = promise.told.get("advice", ())
    return [_line(each) for each in given]


def _line(given: Mapping[str, str]) -> str:
    said = f"{given['named']}: {given['text']}" if given["named"] else given["text"]
    became = str(BecameOf(given["became"]).label) if given["became"] in BecameOf.values else ""
    asked = _("Asked: %(question)s") % {"question": given["question"]}
    return " — ".join(filter(None, (asked, said, became, given["reasons"])))
