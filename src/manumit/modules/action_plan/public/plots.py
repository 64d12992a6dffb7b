"""Progress as stacked bars in SVG, drawn here so that they need no script; the table beside them says the same."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..choices import Status

WIDTH: Final = 640
ROW: Final = 30
LABEL: Final = 170
FILLS: Final = {
    Status.COMPLETED: "#1a4480",
    Status.ONGOING: "#2f7fb5",
    Status.IN_PROGRESS: "#73b3e7",
    Status.DELAYED: "#c05600",
    Status.NOT_STARTED: "#c6cace",
    Status.NOT_FEASIBLE: "#6f3331",
    Status.SUPERSEDED: "#8d9297",
}
"""A colour each; the order is the bars' order, and the numbers stand in the table."""


def bars(counts: Mapping[str, Counter[str]], titles: Mapping[str, str], name: str, title: str) -> SafeString:
    """Return an SVG with a bar for each row of `counts`, its parts as long as their share of the longest row."""
    longest = max((sum(row.values()) for row in counts.values()), default=0) or 1
    rows = [_row(place, titles.get(key, key), row, longest) for place, (key, row) in enumerate(counts.items())]
    height = ROW * len(rows) + 8
    return format_html(
        '<svg class="p-bars" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img"'
        ' aria-labelledby="{}-t {}-d">'
        '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>',
        WIDTH, height, name, name, name, title, name, _("The table beside it says the same in numbers."),
        format_html_join("", "{}", ((row,) for row in rows)),
    )  # fmt: skip


def key() -> SafeString:
    """Return the key to the colours."""
    items = ((FILLS[status], status.label) for status in FILLS)
    square = '<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="{}"/></svg> {}</li>'
    return format_html('<ul class="p-key">{}</ul>', format_html_join("", square, items))


def _row(place: int, label: str, row: Counter[str], longest: int) -> SafeString:
    top, at, parts = place * ROW + 4, float(LABEL), []
    for status, fill in FILLS.items():
        if count := row[status]:
            width = (WIDTH - LABEL - 40) * count / longest
            parts.append((f"{at:.1f}", top, f"{max(width - 1, 0.5):.1f}", ROW - 8, fill))
            at += width
    drawn = format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>', parts)
    name = format_html('<text x="{}" y="{}" text-anchor="end">{}</text>', LABEL - 8, top + 16, label[:26])
    total = format_html('<text x="{}" y="{}">{}</text>', f"{at + 6:.1f}", top + 16, sum(row.values()))
    return format_html("{}{}{}", name, drawn, total)
