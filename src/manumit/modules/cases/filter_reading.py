"""Reading one value of a filter from an address: a reader returns it checked, or raises ValidationError."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from manumit.spine.search import BadSearch, Word, read
from manumit.values.code_table import CodeTable
from manumit.values.record_number import BadRecordNumber, RecordNumber

from . import quality
from .choices import state_choices
from .models import Case

STATE_NAMES: Mapping[str, Any] = dict(state_choices())
"""Names of the states by postal code."""


def one_of(choices: type[TextChoices]) -> Callable[[str], str]:
    """Return a reader of the values of `choices`."""

    def read(text: str) -> str:
        if text not in choices.values:
            raise ValidationError(_("“%(text)s” is not among the choices."), params={"text": text})
        return text

    return read


def coded(table: CodeTable) -> Callable[[str], str]:
    """Return a reader of the codes of `table`."""

    def read(text: str) -> str:
        if text not in table:
            raise ValidationError(_("“%(text)s” is not among the choices."), params={"text": text})
        return table.code(text).code

    return read


def state(text: str) -> str:
    """Return a state's postal code, in capitals."""
    if text.upper() not in STATE_NAMES:
        raise ValidationError(_("“%(text)s” is not a state's postal code."), params={"text": text})
    return text.upper()


def day(text: str) -> date:
    """Return the day of an ISO date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValidationError(_("Write dates as year-month-day, such as 2024-05-31.")) from None


def yes(text: str) -> bool:
    """Return True for the one value that such a filter has."""
    if text != "yes":
        raise ValidationError(_("“%(text)s” is not among the choices."), params={"text": text})
    return True


def key(text: str) -> int:
    """Return the key of a row."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):
        raise ValidationError(_("“%(text)s” is not among the choices."), params={"text": text})
    return int(text)


def number(text: str) -> str:
    """Return our number as stored if the text reads as one, else the text in capitals: another system's number."""
    try:
        return str(RecordNumber.parse(text, Case.number_prefix))
    except BadRecordNumber as wrong:
        if _looks_like_ours(text):
            raise ValidationError(_("No number of ours: %(why)s."), params={"why": str(wrong)}) from None
        return text.upper()


def _looks_like_ours(text: str) -> bool:
    bare = text.upper().replace(" ", "").replace("-", "")
    return bare.startswith(Case.number_prefix) and len(bare) == len("C4F7K9Q2")


def words(text: str) -> tuple[Word, ...]:
    """Return the words to be found."""
    try:
        return read(text)
    except BadSearch as bad:
        raise ValidationError(str(bad)) from None


def lack(text: str) -> str:
    """Return the name of something a case may lack."""
    if text not in quality.LACKS:
        raise ValidationError(_("“%(text)s” is not among the choices."), params={"text": text})
    return text
