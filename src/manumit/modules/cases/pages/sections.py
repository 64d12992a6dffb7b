"""The parts of a case by field group, written out: as template nodes they cost more than their query."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..models import PARTS, Case, CaseEvent, CasePart, CasePerson
from ..questions import Parts
from . import words
from .describing import nothing_known
from .part_titles import many, one
from .summing_up import details, headline, when

ITEM = '<li class="m-part" id="{0}-{1}"><strong>{2}</strong>{3}{6}{4}{5}</li>\n'
EVENT = (
    '<li class="m-timeline__event" id="events-{1}"><h4 class="m-timeline__title">{2}</h4>'
    '<p class="m-timeline__by">{3}</p>{4}{5}{6}</li>\n'
)
TEXT = '<div class="m-part__text">{}</div>'
ABOUT = ' <span class="m-quiet">· {}</span>'
NOTE = '<div class="m-summary__note">{}</div>'
LINK = '<a class="m-part__link" href="/cases/{0}/{1}/{2}/">{3}<span class="usa-sr-only"> {4}</span></a>'
ADD = '<a href="/cases/{0}/{1}/">{2}</a>'
IN_EVENT_HEAD = frozenset({"event_kind", "earliest_on", "latest_on", "precision", "at", "place"})


@dataclass
class Writer:
    """Writes the parts of one case for one reader; `editable` where they may correct and add."""

    case: Case
    people: Sequence[CasePerson]
    editable: bool
    names: Mapping[int, str] = field(init=False)

    def __post_init__(self) -> None:
        named = self.people if len(self.people) > 1 else ()
        self.names = {each.pk: each.full_name or str(each.get_role_display()) for each in named}

    def item(self, part: str, row: CasePart) -> str:
        """Return one part as an item of a list."""
        head = headline(part, row)
        return ITEM.format(
            part, row.pk, escape(head), self._about(row), _wrapped(TEXT, details(part, row)), self._said(part, row),
            self._link(part, row, head),
        )  # fmt: skip

    def plain_list(self, part: str, rows: Sequence[CasePart]) -> SafeString:
        """Return agencies or numbers as a list."""
        return mark_safe(f'<ul class="m-parts">{"".join(self.item(part, row) for row in rows)}</ul>' if rows else "")  # noqa: S308 - every value in it was escaped by the writer

    def event(self, row: CaseEvent) -> str:
        """Return one event as an item of the timeline."""
        by = " · ".join(filter(None, (when(row), str(row.get_event_kind_display()), row.place)))
        more = details("events", row, without=IN_EVENT_HEAD)
        head = escape(row.title) + self._about(row)
        return EVENT.format(
            "", row.pk, head, escape(by), _wrapped(TEXT, more), self._said("events", row),
            self._link("events", row, row.title),
        )  # fmt: skip

    def add(self, part: str, title: str) -> str:
        """Return the link that adds a part."""
        return ADD.format(self.case.number, part, escape(title))

    def _about(self, row: Any) -> str:
        name = self.names.get(getattr(row, "person_id", None) or 0, "")
        return ABOUT.format(escape(name)) if name else ""

    def _said(self, part: str, row: CasePart) -> str:
        paths = (f"{part}.{row.pk}.{name}" for name in row.own_fields())
        notes = dict.fromkeys(words.said(self.case, path) for path in paths if path in self.case.provenance)
        return _wrapped(NOTE, "; ".join(filter(None, notes)))

    def _link(self, part: str, row: CasePart, head: str) -> str:
        if part == "files":
            return LINK.format(self.case.number, part, row.pk, _("Look"), escape(head))
        return LINK.format(self.case.number, part, row.pk, _("Correct"), escape(head)) if self.editable else ""


def areas(writer: Writer, parts: Parts, events: Sequence[CaseEvent] | None, more: bool) -> dict[str, SafeString]:
    """Return what stands in each readable field group, by group."""
    unknown = nothing_known(writer.people)
    rows: dict[str, Sequence[CasePart]] = dict(parts.other)
    if events is not None:
        rows["events"] = events
    return {group: _area(writer, group, rows, unknown, more) for group in dict.fromkeys(map(_group, rows))}


def _group(part: str) -> str:
    return PARTS[part].scoped_through.group


def _area(
    writer: Writer, group: str, rows: Mapping[str, Sequence[CasePart]], unknown: Mapping[str, Any], more: bool
) -> SafeString:
    of_group = [part for part in PARTS if part in rows and _group(part) == group]
    told = [part for part in of_group if rows[part] or part in unknown]
    kinds = "".join(_kind(writer, part, rows[part], unknown.get(part, ()), more) for part in told)
    return mark_safe(kinds + _untold(writer, [part for part in of_group if part not in told]))  # noqa: S308 - every value in it was escaped by the writer


def _kind(writer: Writer, part: str, rows: Sequence[Any], unknown: Iterable[CasePerson], more: bool) -> str:
    head = f'<h3 id="{part}">{escape(many(part))}</h3>'
    answer = "".join(f'<p class="m-part__none">{escape(_nothing_of(each))}</p>' for each in unknown)
    add = f'<p class="m-part__add">{writer.add(part, _("Add: %(what)s") % {"what": one(part)})}</p>'
    return head + answer + _listed(writer, part, rows, more) + (add if writer.editable else "")


def _nothing_of(person: CasePerson) -> str:
    name = person.full_name or str(person.get_role_display())
    return _("%(name)s: somebody was asked, and knows of none.") % {"name": name}


def _listed(writer: Writer, part: str, rows: Sequence[Any], more: bool) -> str:
    if part == "events":
        return timeline(writer, rows, more)
    items = "".join(writer.item(part, row) for row in rows)
    return f'<ul class="m-parts">{items}</ul>' if items else ""


def timeline(writer: Writer, rows: Iterable[CaseEvent], more: bool = False) -> str:
    """Return events as a list, newest first, with a link to older ones where there are `more`."""
    items = "".join(map(writer.event, rows))
    older = f'<p><a href="/cases/{writer.case.number}/timeline/">{escape(_("Whole timeline"))}</a></p>' if more else ""
    return f'<ol class="m-timeline" reversed>{items}</ol>{older}'


def _untold(writer: Writer, parts: Sequence[str]) -> str:
    if not parts:
        return ""
    if not writer.editable:
        names = ", ".join(many(part) for part in parts)
        return f'<p class="m-quiet">{escape(_("Nothing recorded yet of: %(what)s.") % {"what": names})}</p>'
    links = " · ".join(writer.add(part, one(part)) for part in parts)
    return f'<p class="m-quiet m-part__untold">{escape(_("Nothing recorded yet: add"))} {links}</p>'


def _wrapped(markup: str, text: str) -> str:
    return markup.format(escape(text)) if text else ""
