"""Trims a compiled style sheet rule by rule."""

import re
from collections.abc import Iterator

_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_STACKS = {
    "Source Sans Pro Web,Helvetica Neue,Helvetica,Roboto,Arial,sans-serif": "Public Sans,system-ui,sans-serif",
    "Merriweather Web,Georgia,Cambria,Times New Roman,Times,serif": "Public Sans,system-ui,sans-serif",
    "Roboto Mono Web,Bitstream Vera Sans Mono,Consolas,Courier,monospace": "ui-monospace,Consolas,monospace",
}


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """Yield (prelude, body) of each top-level block of `css`; a statement without a block has an empty body."""
    start = 0
    while start < len(css):
        opened, ended = css.find("{", start), css.find(";", start)
        if 0 <= ended < opened:
            yield css[start : ended + 1], ""
            start = ended + 1
        elif opened < 0:
            return
        else:
            closed = _closing(css, opened)
            yield css[start:opened], css[opened + 1 : closed]
            start = closed + 1


def _closing(css: str, opened: int) -> int:
    depth = 0
    for found in re.finditer(r"[{}]", css[opened:]):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return opened + found.start()
    raise ValueError("style sheet with an unclosed block")


def trim(css: str, dropped: re.Pattern[str]) -> str:
    """Return `css` without font faces and without selectors that name a class matching `dropped`; fonts become ours."""
    kept = "".join(_kept(prelude, body, dropped) for prelude, body in blocks(css))
    for theirs, ours in _STACKS.items():
        kept = kept.replace(theirs, ours)
    return kept


def _kept(prelude: str, body: str, dropped: re.Pattern[str]) -> str:
    if prelude.startswith(("@font-face", "@charset")):
        return ""
    if prelude.startswith(("@media", "@supports")):
        inner = trim(body, dropped)
        return f"{prelude}{{{inner}}}" if inner else ""
    if not body:
        return prelude
    selectors = [one for one in _selectors(prelude) if not any(map(dropped.match, _CLASS.findall(one)))]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _selectors(prelude: str) -> list[str]:
    """Split at commas outside brackets."""
    return re.split(r",(?![^(\[]*[)\]])", prelude)


def images(css: str) -> set[str]:
    """Return the paths of images that `css` asks for, relative to the folder above it."""
    return {path.removeprefix("../") for path in re.findall(r'url\("?(\.\./img/[^")]+)', css)}
