"""The lines of the list, written out: as template nodes they cost more than the list's queries together."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..choices import CaseType, State
from ..models import Case
from . import words
from .naming import names, state_names

LINE = (
    '<tr><th scope="row" class="m-number m-case__number"><a href="/cases/{0}/">{0}</a></th>'
    '<td class="m-case__name">{1}</td><td>{2}</td><td class="m-case__state">'
    '<span class="m-status m-status--{3}">{4}</span>{5}</td><td>{6}</td><td>{7}</td><td>{8}</td></tr>\n'
)
ACUTE = ' <span class="m-status m-status--bad">{}</span>'


def lines(cases: Iterable[Case], agencies: Mapping[int, str]) -> SafeString:
    """Return the table's lines; a name is shown where the asker may read it."""
    said = Said(names(CaseType), names(State), state_names(), agencies)
    return mark_safe("".join(said.line(case) for case in cases))  # noqa: S308 - every value went through escape


class Said:
    """What codes are called on this page, looked up and escaped once for all its lines."""

    def __init__(
        self,
        types: Mapping[str, str],
        states: Mapping[str, str],
        places: Mapping[str, str],
        agencies: Mapping[int, str],
    ) -> None:
        self.types, self.states, self.places = map(_escaped, (types, states, places))
        self.agencies = agencies
        self.acute = format_html(ACUTE, _("Acute"))
        self.unknown, self.not_shown = escape(_("Not known")), escape(_("Not shown to you"))

    def line(self, case: Case) -> str:
        """Return one case as a line of the table."""
        return LINE.format(
            escape(case.number),
            self._name(case),
            self.types[case.case_type],
            words.tone(case),
            self.states[case.state],
            self.acute if case.acute else "",
            escape(words.last_seen(case)),
            self._place(case),
            escape(self.agencies.get(case.owner_id, "")),
        )

    def _name(self, case: Case) -> str:
        if not getattr(case, "can_read_people", False):
            return self.not_shown
        return escape(case.subject_name) or self.unknown

    def _place(self, case: Case) -> str:
        state = self.places.get(case.last_seen_state) or escape(case.last_seen_state)
        return f"{escape(case.last_seen_county)}, {state}" if case.last_seen_county else state


def _escaped(names: Mapping[str, str]) -> Mapping[str, str]:
    return _kept(tuple(names.items()))


@lru_cache(maxsize=64)
def _kept(names: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return {code: escape(name) for code, name in names}
