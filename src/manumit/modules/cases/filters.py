"""What a list of cases can be narrowed by: one table for the page's address and the API's query."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any
from unicodedata import combining, normalize

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.unions import Within
from manumit.spine.identity.actor import Actor
from manumit.spine.search import Word, asking
from manumit.values.tables.catalogue import MISSING_CATEGORY

from . import filter_reading, nearness, quality
from .choices import CaseType, Outcome, State, TribalLand
from .models import Case, CaseDocument, OutsideNumber

Text = str | Promise
MOST_VALUES = 20
LONGEST = 100
NUL = "\x00"
WORDS, NAMES = "text", "q"


@dataclass(frozen=True)
class Filter:
    """One filter: `read` checks a text of the address, `where` narrows by all values given, `show` puts one in words.

    `gap` says which data the filter does not reach, so that nobody takes its silence for absence.
    """

    name: str
    label: Text
    read: Callable[[str], Any]
    where: Callable[[tuple[Any, ...], Actor], Q]
    show: Callable[[Any], Text] = str
    gap: Text = ""


@dataclass(frozen=True)
class Narrowing:
    """The filters in use: checked values by filter name, what could not be read, and the address's own texts."""

    values: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    errors: Mapping[str, Text] = field(default_factory=dict)
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _found: dict[Actor, Within | None] = field(default_factory=dict, compare=False, repr=False)

    def where(self, actor: Actor) -> Q:
        """Return the condition of all filters together."""
        parts = [FILTERS[name].where(values, actor) for name, values in self.values.items()]
        return reduce(lambda left, right: left & right, parts, Q())

    def within(self, actor: Actor) -> Within | None:
        """Return the narrowing by words, None where none were asked for; one for all that is asked by this address."""
        if actor not in self._found:
            words = [word for words in self.values.get(WORDS, ()) for word in words]
            self._found[actor] = asking.within(actor, Case.kind, words)
        return self._found[actor]

    def gaps(self) -> list[Text]:
        """Return what the filters in use do not reach."""
        return [FILTERS[name].gap for name in self.values if FILTERS[name].gap]


def parse(query: QueryDict) -> Narrowing:
    """Read the filters of an address. What cannot be read narrows nothing and stands in `errors`, to be shown."""
    texts = {name: _texts(query, name) for name in FILTERS}
    texts = {name: given for name, given in texts.items() if given}
    values, errors = {}, {}
    for name, given in texts.items():
        try:
            values[name] = _read(FILTERS[name], given)
        except ValidationError as error:
            errors[name] = " ".join(error.messages)
    return Narrowing(values, errors, texts)


def _texts(query: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in query.getlist(name) if text.strip()))


def _read(filter_: Filter, texts: tuple[str, ...]) -> tuple[Any, ...]:
    if len(texts) > MOST_VALUES:
        raise ValidationError(_("At most 20 values a filter."))
    if any(NUL in text or len(text) > LONGEST for text in texts):
        raise ValidationError(_("Too long, or not text."))
    return tuple(filter_.read(text) for text in texts)


def _numbered(values: tuple[str, ...], actor: Actor) -> Q:
    standing = OutsideNumber.objects.visible_to(actor).filter(withdrawn_at=None)
    theirs = standing.filter(value__in=values).values("case_id")
    return Q(number__in=values) | Q(pk__in=theirs)


def _named(values: tuple[str, ...], actor: Actor) -> Q:
    """Every word is part of a name of somebody in the case, or spelled much like one."""
    words = named(values)
    documents = CaseDocument.objects.visible_to(actor, "read_people")
    for word in words:
        documents = documents.filter(Q(names__contains=word) | Q(names__trigram_word_similar=word))
    return Q(pk__in=documents.values("case_id")) if words else Q()


def named(values: Iterable[str]) -> list[str]:
    """Return each name of `values` by itself, as the names of a document are kept."""
    return [unaccented(word) for text in values for word in text.replace(",", " ").split()]


def unaccented(word: str) -> str:
    """Return the word in capitals without accents, as the names of a document are kept."""
    bare = "".join(each for each in normalize("NFKD", word) if not combining(each))
    return bare.upper()


def _column(name: str) -> Callable[[tuple[Any, ...], Actor], Q]:
    return lambda values, actor: Q(**{f"{name}__in": values})


def _labels(choices: Iterable[tuple[str, Text]]) -> Callable[[Any], Text]:
    names = dict(choices)
    return lambda value: names[value]


def _shown(word: Word) -> str:
    text = f'"{word.text}"' if word.phrase else f"{word.text}{'*' if word.prefix else ''}"
    return f"-{text}" if word.excluded else text


STATE_NAMES: Mapping[str, Any] = filter_reading.STATE_NAMES

FILTERS: Mapping[str, Filter] = {
    each.name: each
    for each in (
        Filter("state", _("State"), filter_reading.one_of(State), _column("state"), _labels(State.choices)),
        Filter("type", _("Type"), filter_reading.one_of(CaseType), _column("case_type"), _labels(CaseType.choices)),
        Filter(
            "number",
            _("Number"),
            filter_reading.number,
            _numbered,
            gap=_("Numbers of other systems are searched whole, in cases whose agencies you may read."),
        ),
        Filter(
            NAMES,
            _("Name"),
            str,
            _named,
            gap=_(
                "Names of everybody in a case are searched, other names too, and forgive spelling; only in cases whose "
                "people you may read. Traditional names are found by words."
            ),
        ),
        Filter(
            WORDS,
            _("Words"),
            filter_reading.words,
            lambda values, actor: Q(),
            lambda words: " ".join(_shown(word) for word in words),
            gap=_("Words are searched in what you may read of each case: never in sealed information or in files."),
        ),
        Filter(
            "place",
            _("Last seen in"),
            filter_reading.state,
            _column("last_seen_state"),
            _labels(STATE_NAMES.items()),
            gap=_("Cases whose state is not known are left out, unless you choose “Not known”."),
        ),
        Filter(
            "county",
            _("County"),
            str,
            lambda values, actor: reduce(
                lambda left, value: left | Q(last_seen_county__iexact=value), values, Q(pk__in=())
            ),
            gap=_("Cases in which no county is recorded are left out."),
        ),
        Filter(
            "near",
            _("Near"),
            nearness.read,
            nearness.where,
            gap=_("Only cases with a position or a known county are near anything; homes and workplaces are left out."),
        ),
        Filter(
            "from",
            _("Last seen from"),
            filter_reading.day,
            lambda values, actor: Q(last_seen_latest_on__gte=max(values)),
            date_format,
            gap=_("Cases without a date last seen are left out; a range counts if any day of it fits."),
        ),
        Filter(
            "to",
            _("Last seen to"),
            filter_reading.day,
            lambda values, actor: Q(last_seen_earliest_on__lte=min(values)),
            date_format,
            gap=_("Cases without a date last seen are left out; a range counts if any day of it fits."),
        ),
        Filter("acute", _("Acute"), filter_reading.yes, _column("acute"), lambda value: _("yes")),
        Filter(
            "review",
            _("Review due by"),
            filter_reading.day,
            lambda values, actor: Q(review_on__lte=min(values)),
            date_format,
            gap=_("Only suspended cases carry a date of review."),
        ),
        Filter("outcome", _("Outcome"), filter_reading.one_of(Outcome), _column("outcome"), _labels(Outcome.choices)),
        Filter(
            "land",
            _("On Tribal land"),
            filter_reading.one_of(TribalLand),
            _column("tribal_land"),
            _labels(TribalLand.choices),
            gap=_("Most sources do not say whether a place is on Tribal land."),
        ),
        Filter(
            "category",
            _("Category of a missing person"),
            filter_reading.coded(MISSING_CATEGORY),
            _column("missing_category"),
            lambda value: MISSING_CATEGORY.code(value).in_language(get_language() or "en"),
        ),
        Filter(
            "lack",
            _("Lacks"),
            filter_reading.lack,
            quality.lacking,
            lambda name: quality.LACKS[name].title,
            gap=_("What a case lacks is told only where you may read what would hold it."),
        ),
        Filter("owner", _("Owner"), filter_reading.key, _column("owner_id"), lambda value: f"#{value}"),
    )
}
"""All filters by name, in the order they are shown."""
