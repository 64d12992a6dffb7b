"""HTML: headings, paragraphs, list items and table cells of the page's own content; menus and scripts are left out."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from lxml import etree, html

from ..document import BlockKind, Builder, Document
from .errors import BadDocument
from .tables import add_table

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
SKIPPED: Final = frozenset(
    {"script", "style", "nav", "footer", "aside", "form", "noscript", "template", "svg", "button"}
)
BLOCKS: Final = frozenset({"p", "li", "td", "th", "blockquote", "dd", "dt", "div", "section", "article", "figcaption"})
DATE_NAMES: Final = frozenset({"article:published_time", "date", "dc.date", "dcterms.date", "dcterms.issued"})
ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def read(content: bytes) -> Document:
    """Read a page. Raises BadDocument where there is none. Scripts never run, nothing is loaded."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(_decoded(content), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise BadDocument(f"the file is no HTML page: {error}") from None
    builder = Builder(title=" ".join((root.findtext(".//title") or "").split()), dated=_dated(root))
    start = next((node for node in root.iter("main", "article") if _length(node) > 500), None)
    _walk(root.find("body") if start is None else start, builder)
    return builder.build()


def _decoded(content: bytes) -> str | bytes:
    """Return text where it is UTF-8, as nearly all is; else bytes, whose encoding the page may declare."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _length(node: html.HtmlElement) -> int:
    return len(node.text_content())


def _dated(root: html.HtmlElement) -> date | None:
    metas = (node.get("content", "") for node in root.iter("meta") if _name(node) in DATE_NAMES)
    times = (node.get("datetime", "") for node in root.iter("time"))
    found = next((match for value in (*metas, *times) if (match := ISO.match(value))), None)
    return date(*map(int, found.groups())) if found else None


def _name(node: html.HtmlElement) -> str:
    return str(node.get("property") or node.get("name") or "").lower()


def _walk(node: html.HtmlElement | None, builder: Builder, loose: list[str] | None = None) -> None:
    """Add the blocks of `node` in reading order; text between blocks becomes a paragraph of its own."""
    if node is None or node.tag in SKIPPED:
        return
    if node.tag in HEADINGS:
        builder.heading(node.text_content(), level=HEADINGS[node.tag], line=node.sourceline or 0)
    elif node.tag == "table" and next(node.iterdescendants("table", *HEADINGS, "li"), None) is None:
        rows = [[cell.text_content() for cell in row.iter("td", "th")] for row in node.iter("tr")]
        add_table(builder, [row for row in rows if row], line=node.sourceline or 0)
    elif _is_leaf(node):
        _leaf(node, builder)
    else:
        _mixed(node, builder)


def _is_leaf(node: html.HtmlElement) -> bool:
    inner = (*BLOCKS, *HEADINGS, "ul", "ol", "table")
    return node.tag in BLOCKS and next(node.iterdescendants(*inner), None) is None


def _leaf(node: html.HtmlElement, builder: Builder) -> None:
    for line_break in node.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    text, line = node.text_content(), node.sourceline or 0
    if node.tag == "li":
        builder.add(BlockKind.ITEM, text, line=line)
    elif _all_bold(node, text):
        builder.heading(text.strip().rstrip(":"), level=6, line=line)
    else:
        builder.add(BlockKind.PARAGRAPH, text, line=line)


def _all_bold(node: html.HtmlElement, text: str) -> bool:
    bold = "".join(each.text_content() for each in node if each.tag in ("b", "strong", "u"))
    return bool(text.strip()) and bold.strip() == text.strip()


def _mixed(node: html.HtmlElement, builder: Builder) -> None:
    """Take apart what holds text and blocks: a list item with a list inside is an item and its items."""
    kind = BlockKind.ITEM if node.tag == "li" else BlockKind.PARAGRAPH
    loose = node.text or ""
    for child in node:
        if isinstance(child.tag, str) and (
            child.tag in BLOCKS or child.tag in HEADINGS or len(child) or child.tag in SKIPPED
        ):
            if child.tag in ("a", "b", "strong", "em", "i", "u", "span") and not _holds_blocks(child):
                loose += child.text_content() + (child.tail or "")
                continue
            builder.add(kind, loose, line=node.sourceline or 0)
            _walk(child, builder)
            loose = child.tail or ""
        else:
            loose += child.text_content() + (child.tail or "")
    builder.add(kind, loose, line=node.sourceline or 0)


def _holds_blocks(node: html.HtmlElement) -> bool:
    return next(node.iterdescendants(*BLOCKS, *HEADINGS, "ul", "ol", "table"), None) is not None
