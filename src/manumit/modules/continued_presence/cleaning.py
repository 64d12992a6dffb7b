"""Answers as they are sealed: each cleaned by what its question looks like."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .asked import Question


def cleaned(questions: Iterable[Question], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer to each of `questions`, None where there is none. Raises ValidationError by question."""
    found: dict[str, Any] = {}
    errors: dict[str, Any] = {}
    for question in questions:
        try:
            found[question.name] = _clean(question, answers.get(question.name))
        except ValidationError as error:
            errors |= error.message_dict
    if errors:
        raise ValidationError(errors)
    return found


def that_apply(given: Mapping[str, Any], questions: Iterable[Question], standing: Mapping[str, Any]) -> dict[str, Any]:
    """Return `given` with what does not apply beside the `standing` answers cleared."""
    merged = {**standing, **given}
    return {each.name: given[each.name] if each.applies(merged) else None for each in questions}


def _clean(question: Question, value: Any) -> Any:
    checks = {"many": _many, "choice": _choice, "date": _day}
    return checks.get(question.looks, _words)(question, value)


def _many(question: Question, value: Any) -> list[str] | None:
    chosen = list(value or [])
    known = {code for code, _label in question.choices}
    if set(chosen) - known:
        raise ValidationError({question.name: _("Choose from the answers.")})
    return chosen or None


def _choice(question: Question, value: Any) -> str | None:
    if value and value not in dict(question.choices):
        raise ValidationError({question.name: _("Choose one of the answers.")})
    return str(value) if value else None


def _day(question: Question, value: Any) -> str | None:
    if not value:
        return None
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise ValidationError({question.name: _("Write the day as 2026-11-26.")}) from None
    if not date(1900, 1, 1) <= day <= timezone.localdate():
        raise ValidationError({question.name: _("The day must lie between 1900 and today.")})
    return day.isoformat()


def _words(question: Question, value: Any) -> str | None:
    text = str(value or "").strip()
    if len(text) > question.most:
        raise ValidationError({question.name: _("Shorten this to %(most)s characters.") % {"most": question.most}})
    return text or None
