"""Filters and tags that every template has without loading them."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, cast

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import NodeList, Parser, Token
from django.templatetags.static import static
from django.utils import formats, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import frame as parts
from .. import written
from ..record_panel import flags_of, panel_of

register = template.Library()


register.filter("moment", written.moment)


@register.filter
def day(value: date | None) -> SafeString | str:
    """Return `value` as a `<time>` without a clock; empty for `None`."""
    if value is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), formats.date_format(value, "DATE_FORMAT"))


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a decorative icon of the trimmed sprite, hidden from assistive technology: text must stand beside it."""
    return format_html(
        '<svg class="usa-icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>', _sprite(), name
    )


@lru_cache(maxsize=1)
def _sprite() -> str:
    return static("ui/vendor/img/icons.svg")


@register.simple_tag(takes_context=True)
def frame(context: Context, name: str) -> SafeString:
    """Return a part of the page around the screen: `head`, `header` or `footer`."""
    return parts.part(name, context["shell"], str(context.get("csrf_token", "")))


@register.simple_tag(takes_context=True)
def summary_rows(context: Context, rows: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return the lines of a summary list, written out: dicts `name`, `value`, `note`, `href`."""
    return written.summary(rows, context)


@register.simple_tag(takes_context=True)
def timeline_events(context: Context, events: Iterable[Mapping[str, Any]], level: str) -> SafeString:
    """Return the events of a timeline, written out: dicts `title`, `at`, `by`, `text`."""
    return written.events(events, level, context)


@register.tag("fixed")
def _fixed(parser: Parser, token: Token) -> "Fixed":
    nodes = parser.parse(("endfixed",))
    parser.delete_first_token()
    return Fixed(nodes)


class Fixed(template.Node):
    """`{% fixed %}...{% endfixed %}`: what a template shows alike to everybody who reads one language, rendered once.

    Inside there is no context: no request, no person, no record. So nothing of one page can be kept for another.
    """

    child_nodelists = ("nodes",)

    def __init__(self, nodes: NodeList) -> None:
        self.nodes = nodes
        self.kept: dict[str | None, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """Return the text in the page's language."""
        language = translation.get_language()
        if language not in self.kept or settings.DEBUG:
            self.kept[language] = self._rendered(context)
        return self.kept[language]

    def _rendered(self, context: Context) -> SafeString:
        bare, whole = Context(), cast(template.Template, context.template)
        with bare.render_context.push_state(whole), bare.bind_template(whole):
            return self.nodes.render(bare)


@register.simple_tag
def languages() -> list[tuple[str, str, bool]]:
    """Return (code, own name, whether it is the page's) of each language."""
    now = translation.get_language()
    return [(code, str(name), code == now) for code, name in settings.LANGUAGES]


@register.simple_tag(takes_context=True)
def flags_beside(context: Context, record: Any) -> SafeString:
    """Return the flags that stand, for the top of a record's page; one query, and it serves `work_beside` too."""
    return flags_of(context["request"], record)


@register.simple_tag(takes_context=True)
def work_beside(context: Context, record: Any) -> SafeString:
    """Return the panel of clocks and open tasks that a record's page shows; one query where there are none."""
    return panel_of(context["request"], record)
