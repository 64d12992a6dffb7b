"""What a person in a case looks like, as the page shows it: ranges drawn, the rest in words, each with its source."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from manumit.spine.ui import measuring

from ..models import Case, CasePerson
from . import words
from .drawing import drawn
from .labels import label, shown
from .part_forms import ASKED

ROW = '<div class="m-summary__row"><dt>{}</dt><dd>{}{}{}</dd></div>'
NOTE = '<span class="m-summary__note">{}</span>'
IN_HEAD = frozenset({"role", "given_names", "middle_names", "family_name", "name_suffix", "none_known"})
RANGES: Mapping[str, tuple[str, str]] = {
    "age_min": ("age", "age_max"), "height_min": ("height", "height_max"), "weight_min": ("weight", "weight_max"),
}  # fmt: skip
ALWAYS = ("age_min", "sex", "races")


def described(case: Case, person: CasePerson) -> SafeString:
    """Return the rows of a summary list: what somebody said of the person, and age, sex and race in any case."""
    rows = (_row(case, person, name) for name in ASKED["people"] if name not in IN_HEAD and _is_said(person, name))
    return format_html('<dl class="m-summary">{}</dl>', format_html_join("", ROW, rows))


def nothing_known(people: Iterator[CasePerson] | Any) -> dict[str, list[CasePerson]]:
    """Return, by part, the people of whom somebody said that nothing is known of it."""
    found: dict[str, list[CasePerson]] = {}
    for person in people or ():
        for aspect in person.none_known:
            found.setdefault(aspect, []).append(person)
    return found


def _is_said(person: CasePerson, name: str) -> bool:
    other = RANGES.get(name, ("", ""))[1]
    return name in ALWAYS or getattr(person, name) not in (None, "", []) or bool(other and getattr(person, other))


def _row(case: Case, person: CasePerson, name: str) -> tuple[Any, ...]:
    note = words.said(case, f"people.{person.pk}.{name}")
    told = format_html(NOTE, note) if note else ""
    if name not in RANGES:
        return label(name, "people"), shown(name, getattr(person, name), "people"), "", told
    scale, other = RANGES[name]
    low, high = getattr(person, name), getattr(person, other)
    return label(scale), _range_in_words(person, scale), drawn(scale, low, high), told


def _range_in_words(person: CasePerson, scale: str) -> str:
    if scale == "age":
        return words.age(person)
    text = getattr(measuring, scale)(getattr(person, f"{scale}_min"), getattr(person, f"{scale}_max"))
    sure = getattr(person, f"{scale}_certainty")
    return f"{text}, {shown(f'{scale}_certainty', sure, 'people')}" if sure else text or _("Not known")
