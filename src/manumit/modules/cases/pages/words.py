"""Values of a case in words for people, with how sure they are."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from manumit.spine.records import provenance
from manumit.spine.records.choices import Certainty, Level

from ..choices import DatePrecision, Race, State
from ..models import Case, CasePerson
from .naming import state_names

TONES = {
    State.INTAKE: "info",
    State.ACTIVE: "info",
    State.SUSPENDED: "warn",
    State.COLD: "plain",
    State.RESOLVED: "good",
}
MONTH = "F Y"


def last_seen(case: Case) -> str:
    """Return when the person was last seen, no more exactly than it is known."""
    return when(case.last_seen_earliest_on, case.last_seen_latest_on, case.last_seen_precision)


def when(earliest: date | None, latest: date | None, precision: str) -> str:
    """Return a date in words, no more exactly than it is known."""
    match precision:
        case DatePrecision.UNKNOWN:
            return _("Not known")
        case DatePrecision.APPROXIMATE:
            return _("About %(date)s") % {"date": _named(earliest, latest)}
        case DatePrecision.RANGE:
            return _range(earliest, latest)
    return _named(earliest, latest)


def _named(earliest: date | None, latest: date | None) -> str:
    if earliest is None or latest is None or earliest == latest:
        return _date(earliest or latest)
    whole_month = (earliest.year, earliest.month) == (latest.year, latest.month)
    return date_format(earliest, MONTH) if whole_month else str(earliest.year)


def _range(earliest: date | None, latest: date | None) -> str:
    if earliest is None:
        return _("On or before %(date)s") % {"date": _date(latest)}
    if latest is None:
        return _("On or after %(date)s") % {"date": _date(earliest)}
    return _("Between %(first)s and %(last)s") % {"first": _date(earliest), "last": _date(latest)}


def _date(day: date | None) -> str:
    return _written(day, get_language() or "") if day else _("an unknown date")


@lru_cache(maxsize=40_000)
def _written(day: date, language: str) -> str:
    return date_format(day)


def place(case: Case) -> str:
    """Return county and state last seen in."""
    state = state_names().get(case.last_seen_state, case.last_seen_state)
    return ", ".join(part for part in (case.last_seen_county, state) if part)


def age(person: CasePerson) -> str:
    """Return the age when last seen as the source wrote it, or the range in years."""
    if person.age_text:
        return person.age_text
    low, high = ("" if end is None else f"{end.normalize():f}" for end in (person.age_min, person.age_max))
    if low and high:
        return _("%(age)s years") % {"age": low if low == high else f"{low} - {high}"}
    if low:
        return _("%(age)s years or more") % {"age": low}
    return _("up to %(age)s years") % {"age": high} if high else _("Not known")


def races(person: CasePerson) -> str:
    """Return race or ethnicity as reported."""
    return ", ".join(str(Race(each).label) for each in person.races) or _("Not recorded")


def title(case: Case, *, named: bool) -> str:
    """Return what heads a case: its type, and whom it is about if that may be shown."""
    name = (case.subject_name or _("name not known")) if named else ""
    return f"{case.get_case_type_display()}: {name}" if name else case.get_case_type_display()


def said(case: Case, field: str) -> str:
    """Return who said the value of `field`, when and how sure, where that differs from the rest of the case."""
    differs = field in case.provenance
    return in_words(provenance.of(case, field)) if differs else ""


def said_by_default(case: Case) -> str:
    """Return who said what nothing else is noted for."""
    return in_words(provenance.of(case, provenance.DEFAULT))


def in_words(said: provenance.Said) -> str:
    """Return a provenance in one line."""
    return _in_words(said, get_language() or "")


@lru_cache(maxsize=10_000)
def _in_words(said: provenance.Said, language: str) -> str:
    """Kept, because most values of a case have few sources and a timeline asks for each of them."""
    if said == provenance.UNKNOWN:
        return _("Source not recorded")
    sure = Certainty(said.certainty).label
    return f"{said.source}, {date_format(said.said_on)}, {str(sure).lower()}"


def seen_by(case: Case, releases: int | None) -> str:
    """Return who may see the case; `releases` None where that is the owner's business."""
    if case.level == Level.OPEN and not case.protected:
        return _("The owner, partners under agreement, and agencies it was released to")
    if releases:
        return _("The owner, and agencies it was released to: %(count)s") % {"count": releases}
    return _("The owner only") if releases == 0 else _("The owner, and whom the owner released it to")


def tone(case: Case) -> str:
    """Return the colour of the case's state; the state stands beside it in words."""
    return TONES[State(case.state)]


def row(name: object, value: Any, note: str = "", href: str = "") -> dict[str, Any]:
    """Return a line of a summary list."""
    return {"name": name, "value": value, "note": note, "href": href}
