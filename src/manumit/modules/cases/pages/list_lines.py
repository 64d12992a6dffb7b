"""The lines of the list, written out: as template nodes they cost more than the list's queries together."""

from collections.abc import Iterable, Mapping
from html import escape

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..choices import CaseType, State
from ..models import Case
from . import words
from .naming import name_of

LINE = (
    '<tr><th scope="row" class="m-number m-case__number"><a href="/cases/{0}/">{0}</a></th>'
    '<td class="m-case__name">{1}</td><td>{2}</td><td class="m-case__state">'
    '<span class="m-status m-status--{3}">{4}</span>{5}</td><td>{6}</td><td>{7}</td><td>{8}</td></tr>\n'
)
ACUTE = ' <span class="m-status m-status--bad">{}</span>'


def lines(cases: Iterable[Case], agencies: Mapping[int, str]) -> SafeString:
    """Return the table's lines; a name is shown where the asker may read it."""
    acute = format_html(ACUTE, _("Acute"))
    parts = [_line(case, agencies.get(case.owner_id, ""), acute if case.acute else "") for case in cases]
    return mark_safe("".join(parts))  # noqa: S308 - every value went through escape


def _line(case: Case, owner: str, acute: str) -> str:
    told = (
        case.number, _name(case), name_of(CaseType, case.case_type), words.tone(case), name_of(State, case.state)
    )  # fmt: skip
    seen = (words.last_seen(case), words.place(case), owner)
    return LINE.format(*map(escape, told), acute, *map(escape, seen))


def _name(case: Case) -> str:
    if not getattr(case, "can_read_people", False):
        return _("Not shown to you")
    return case.subject_name or _("Not known")
