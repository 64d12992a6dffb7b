"""What a question must say before anybody is asked."""

from collections.abc import Callable, Mapping

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.askable import AskedFor, Question, compact

SHORTEST: Mapping[str, int] = {
    AskedFor.PHONE: 7, AskedFor.PLATE: 2, AskedFor.VIN: 11, AskedFor.ACCOUNT: 2, AskedFor.NUMBER: 3,
}  # fmt: skip
"""Letters and digits below which an identifier is none: fewer would fish."""
OLDEST = 1900


def demand_sound(question: Question) -> None:
    """Raise ValidationError by field for a question that describes nobody, or too much."""
    if question.asked_for not in AskedFor.values:
        raise ValidationError({"asked_for": [_("Choose what is asked for.")]})
    (_person if question.asked_for == AskedFor.PERSON else _identifier)(question)


def _person(question: Question) -> None:
    if len(question.family_name.strip()) < 2:
        raise ValidationError({"family_name": [_("Give the family name, two letters or more.")]})
    if question.value:
        raise ValidationError({"value": [_("A person is asked for by name; leave this empty.")]})
    latest = timezone.localdate().year
    for name in ("born_from", "born_until"):
        year = getattr(question, name)
        if year is not None and not OLDEST <= year <= latest:
            raise ValidationError({name: [_("Give a year between 1900 and this year.")]})
    if question.born_from and question.born_until and question.born_from > question.born_until:
        raise ValidationError({"born_until": [_("The later year comes second.")]})


def _identifier(question: Question) -> None:
    if question.family_name or question.given_names or question.sex or question.born_from or question.born_until:
        raise ValidationError({"asked_for": [_("Ask for a person or for a number, one at a time.")]})
    if len(compact(question.value)) < SHORTEST[question.asked_for]:
        raise ValidationError(
            {"value": [_("Give the whole number or name: this is too short to tell one from another.")]}
        )
    if "?" in question.value:
        raise ValidationError({"value": [_("Give the whole number: a partial one cannot be asked for.")]})
    if question.state and question.asked_for != AskedFor.PLATE:
        raise ValidationError({"state": [_("Only a plate has a state.")]})


def cleaned(question: Question) -> Question:
    """Return `question` without space around its texts."""
    texts = ("value", "state", "family_name", "given_names")
    strip: Callable[[str], str] = lambda text: " ".join(text.split())  # noqa: E731 - one word for four fields
    return Question(
        question.asked_for, **{name: strip(getattr(question, name)) for name in texts}, sex=question.sex,
        born_from=question.born_from, born_until=question.born_until,
    )  # fmt: skip
