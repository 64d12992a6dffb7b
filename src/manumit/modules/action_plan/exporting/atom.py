"""Atom (RFC 4287): what changed among the promises, newest first."""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from ..choices import Status
from ..models import PublicCommitment
from . import advice

ATOM = "http://www.w3.org/2005/Atom"


def write(promises: Iterable[PublicCommitment], home: str) -> bytes:
    """Return the feed; `home` is the address of the site, ending in a slash."""
    rows = list(promises)
    namespaces: Any = {None: ATOM}
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=namespaces)
    _add(feed, "id", f"{home}promises/feed.atom")
    _add(feed, "title", "Promises against human trafficking: changes")
    _add(feed, "updated", rows[0].changed_at.isoformat() if rows else "1970-01-01T00:00:00+00:00")
    _link(feed, f"{home}promises/feed.atom", "self")
    for each in rows:
        _entry(feed, each, home)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8"))


def _entry(feed: etree._Element, promise: PublicCommitment, home: str) -> None:
    entry = etree.SubElement(feed, f"{{{ATOM}}}entry")
    address = f"{home}promises/{promise.number}/"
    _add(entry, "id", address)
    _add(entry, "title", f"{', '.join(promise.agencies)}: {promise.title}")
    _add(entry, "updated", promise.changed_at.isoformat())
    _link(entry, address, "alternate")
    _add(etree.SubElement(entry, f"{{{ATOM}}}author"), "name", ", ".join(promise.agencies))
    newest = promise.told["updates"][0]["text"] if promise.told.get("updates") else ""
    _add(entry, "summary", f"{Status(promise.status).label}. {newest}".strip())
    if advised := advice.lines(promise):
        _add(entry, "content", "\n".join(advised))


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = str(text)


def _link(parent: etree._Element, address: str, rel: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", href=address, rel=rel)
