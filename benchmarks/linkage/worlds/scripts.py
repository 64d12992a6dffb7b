"""Names in other scripts and with other habits: how clerks abroad write them. Tables of the benchmark's own."""

# ruff: noqa: RUF001 - letters that look like Latin ones are what this is about

import random
from collections.abc import Callable

CYRILLIC = """shch:щ sch:ш tch:ч ch:ч sh:ш zh:ж kh:х ph:ф th:т ts:ц ya:я yu:ю yo:ё ye:е ck:к qu:кв wh:в ee:и oo:у
a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:дж k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:кс y:й z:з"""
GREEK = """ch:χ th:θ ph:φ ps:ψ ou:ου ck:κ sh:σ a:α b:μπ c:κ d:ντ e:ε f:φ g:γ h:χ i:ι j:τζ k:κ l:λ m:μ n:ν o:ο p:π q:κ
r:ρ s:σ t:τ u:ου v:β w:ου x:ξ y:υ z:ζ"""
ARABIC = """sh:ش th:ث kh:خ ch:تش ph:ف ee:ي oo:و ou:و a:ا b:ب c:ك d:د e: f:ف g:ج h:ه i:ي j:ج k:ك l:ل m:م n:ن o:و p:ب
q:ق r:ر s:س t:ت u:و v:ف w:و x:كس y:ي z:ز"""
MARKED = dict(zip("aeiouncsz", "áéíóúñçšž", strict=True))
"""Letter: the same with a mark, as the person's own papers may have it."""


def _table(listed: str) -> list[tuple[str, str]]:
    pairs = [pair.partition(":") for pair in listed.split()]
    return sorted(((latin, other) for latin, _, other in pairs), key=lambda pair: -len(pair[0]))


_TABLES = {"Cyrillic": _table(CYRILLIC), "Greek": _table(GREEK), "Arabic": _table(ARABIC)}


def _written(script: str) -> Callable[[str], str]:
    def write(name: str) -> str:
        found, place = "", 0
        while place < len(name):
            fits = ((latin, other) for latin, other in _TABLES[script] if name.startswith(latin, place))
            latin, other = next(fits, (name[place], name[place]))
            found, place = found + other, place + len(latin)
        return found

    return write


def with_marks(name: str) -> str:
    """Return a name with marks on every other letter that can bear one."""
    return "".join(MARKED.get(letter, letter) if place % 2 else letter for place, letter in enumerate(name))


SCRIPTS: dict[str, Callable[[str], str]] = {name: _written(name) for name in _TABLES} | {"accents": with_marks}
"""Script: how a Latin name is written in it."""


def abroad(name: str, chance: random.Random) -> tuple[str, str]:
    """Return a name as one of the scripts writes it, and the script."""
    script = chance.choice(list(SCRIPTS))
    return SCRIPTS[script](name), script
