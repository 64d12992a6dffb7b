"""Components of many lines, written out: as template nodes they cost more than all the queries of a page.

Every value goes through Django's own rendering of a variable, so it is escaped and localized as in a template.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.template import Context
from django.template.base import render_value_in_context
from django.template.defaultfilters import linebreaks_filter
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

ROW = '<div class="m-summary__row"><dt>{}</dt><dd>{}{}</dd>{}</div>\n'
NOTE = '<span class="m-summary__note">{}</span>'
QUIET = '<span class="m-quiet">{}</span>'
CHANGE = '<dd class="m-summary__change"><a href="{}">{}<span class="usa-sr-only"> {}</span></a></dd>'
EVENT = (
    '<li class="m-timeline__event"><h{0} class="m-timeline__title">{1}</h{0}>'
    '<p class="m-timeline__by">{2} · {3}</p>{4}</li>\n'
)
TEXT = '<div class="m-timeline__text">{}</div>'


def summary(rows: Iterable[Mapping[str, Any]], context: Context) -> SafeString:
    """Return the lines of a summary list: a value or "Not recorded", what is noted of it, the way to change it."""
    missing, change = QUIET.format(render_value_in_context(_("Not recorded"), context)), _("Change")

    def shown(value: Any) -> str:
        return str(render_value_in_context(value, context))

    def line(row: Mapping[str, Any]) -> str:
        name, note = shown(row["name"]), row.get("note")
        href = shown(row["href"]) if row.get("href") else ""
        return ROW.format(
            name,
            shown(row["value"]) if row.get("value") else missing,
            NOTE.format(shown(note)) if note else "",
            CHANGE.format(href, shown(change), name) if href else "",
        )

    return mark_safe("".join(map(line, rows)))  # noqa: S308 - every value was rendered as a template renders it


def events(told: Iterable[Mapping[str, Any]], level: str, context: Context) -> SafeString:
    """Return the events of a timeline, with headings of `level`."""

    def shown(value: Any) -> str:
        return str(render_value_in_context(value, context))

    def line(event: Mapping[str, Any]) -> str:
        text = TEXT.format(linebreaks_filter(event["text"])) if event.get("text") else ""
        return EVENT.format(int(level), shown(event["title"]), moment(event["at"]), shown(event["by"]), text)

    return mark_safe("".join(map(line, told)))  # noqa: S308 - each line escapes its values


def moment(value: datetime | None) -> SafeString | str:
    """Return `value` as a `<time>` in the install's zone, which is named; empty for `None`."""
    if value is None:
        return ""
    here = timezone.localtime(value)
    shown = f"{formats.date_format(here, 'DATETIME_FORMAT')} {here.tzname()}"
    return format_html('<time datetime="{}">{}</time>', value.isoformat(timespec="seconds"), shown)
