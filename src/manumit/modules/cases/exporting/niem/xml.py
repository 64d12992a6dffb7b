"""Names of NIEM 6.0 and how elements are made and found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

_MODEL = "https://docs.oasis-open.org/niemopen/ns/model"
NAMESPACES = {
    "nc": f"{_MODEL}/niem-core/6.0/",
    "j": f"{_MODEL}/domains/justice/6.0/",
    "hs": f"{_MODEL}/domains/humanServices/6.0/",
    "cui": f"{_MODEL}/auxiliary/cui/6.0/",
    "genc": f"{_MODEL}/codes/genc/6.0/",
    "structures": f"{_MODEL}/structures/6.0/",
    "mc": "urn:manumit:cases:1.0",
}
"""The namespaces of NIEM 6.0 by their usual prefixes; `mc` is our message."""

for _prefix, _uri in NAMESPACES.items():
    etree.register_namespace(_prefix, _uri)

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Element = Any
"""An element of lxml when written, of ElementTree when read: both have `tag`, `text` and children."""


def qname(name: str) -> str:
    """Return `nc:PersonName` as libraries write it, with the namespace in braces."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def made(name: str, *children: Element, text: str | None = None) -> Element:
    """Return an element with `children` or `text`."""
    element = etree.Element(qname(name), nsmap=None)
    element.text = text
    element.extend(children)
    return element


def found(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of `parent` called `name`."""
    tag = qname(name)
    return (child for child in parent if child.tag == tag)


def first(parent: Element | None, *path: str) -> Element | None:
    """Return the first element at `path` below `parent`, None where there is none."""
    for name in path:
        parent = next(found(parent, name), None) if parent is not None else None
    return parent


def text_at(parent: Element | None, *path: str) -> str:
    """Return the text of the first element at `path`, empty where there is none."""
    element = first(parent, *path)
    return (element.text or "") if element is not None else ""


def sayable(text: str) -> str:
    """Return `text` with what XML 1.0 cannot hold replaced."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
