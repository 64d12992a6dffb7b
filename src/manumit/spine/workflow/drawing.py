"""A procedure as an SVG picture that names itself and carries no style of its own but currentColor."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .layout import (
    BOX_HEIGHT,
    BOX_WIDTH,
    LABEL_HEIGHT,
    LABEL_WIDTH_EACH,
    LINE_HEIGHT,
    MARGIN,
    Arrow,
    Box,
    Layout,
    layout,
)
from .procedure import Procedure

SVG = (
    '<svg class="procedure" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" role="img"'
    ' aria-labelledby="{}-title {}-desc"><title id="{}-title">{}</title><desc id="{}-desc">{}</desc>'
    '<defs><marker id="{}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    '<path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>{}{}{}</svg>'
)
BOX = (
    '<g><rect x="{}" y="{}" width="{}" height="{}" rx="6" fill="none" stroke="currentColor" stroke-width="{}"/>'
    '<text x="{}" y="{}" text-anchor="middle" font-size="15" fill="currentColor"{}>{}</text></g>'
)
ARROW = '<path d="M{} {} Q{} {} {} {}" fill="none" stroke="currentColor" marker-end="url(#{}-tip)"/>'
LABEL = (
    '<rect x="{}" y="{}" width="{}" height="{}" rx="10" fill="Canvas" stroke="currentColor"/>'
    '<text x="{}" y="{}" text-anchor="middle" font-size="12" fill="currentColor">{}</text>'
)
LEGEND = '<text x="{}" y="{}" font-size="14" fill="currentColor">{} {}</text>'


def svg(procedure: Procedure, current: str = "") -> SafeString:
    """Return the picture of `procedure`, the state `current` in bold. Its equal in words is `rows.rows`."""
    drawn, name = layout(procedure), f"procedure-{procedure.name}"
    boxes = format_html_join("", "{}", ((_box(procedure, box, current),) for box in drawn.boxes))
    arrows = format_html_join("", "{}", ((_arrow(arrow, name),) for arrow in drawn.arrows))
    return format_html(
        SVG, *_frame(drawn), *_names(procedure, name, current), name, arrows, boxes, _legend(procedure, drawn)
    )


def _frame(drawn: Layout) -> tuple[int, ...]:
    return (drawn.width, drawn.height, drawn.width, drawn.height)


def _names(procedure: Procedure, name: str, current: str) -> tuple[str, ...]:
    described = _("States and the ways between them; the table below says the same in words.")
    if current:
        here = _("Here: %(state)s.") % {"state": procedure.state(current).title}
        described = f"{here} {described}"
    return (name, name, name, str(procedure.title), name, described)


def _box(procedure: Procedure, box: Box, current: str) -> SafeString:
    here = box.name == current
    bold = format_html(' font-weight="{}"', "bold") if here else ""
    frame = (box.x, box.y, BOX_WIDTH, BOX_HEIGHT, 3 if here else 1)
    words = (box.x + BOX_WIDTH // 2, box.y + BOX_HEIGHT // 2 + 5, bold, procedure.state(box.name).title)
    return format_html(BOX, *frame, *words)


def _arrow(arrow: Arrow, name: str) -> SafeString:
    path = format_html(ARROW, *arrow.start, *arrow.bend, *arrow.end, name)
    width, (x, y) = LABEL_WIDTH_EACH * len(arrow.numbers), arrow.label
    frame = (x - width // 2, y - LABEL_HEIGHT // 2, width, LABEL_HEIGHT)
    return format_html("{}{}", path, format_html(LABEL, *frame, x, y + 4, ", ".join(map(str, arrow.numbers))))


def _legend(procedure: Procedure, drawn: Layout) -> SafeString:
    lines = enumerate(procedure.transitions)
    return format_html_join(
        "", LEGEND, ((MARGIN, drawn.legend_y + LINE_HEIGHT * place, place + 1, each.title) for place, each in lines)
    )
