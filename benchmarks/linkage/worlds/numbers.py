"""Plates and VINs of made vehicles, and what becomes of them on the way into a report. Tables of its own."""

# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep

import random
import string

PATTERNS = ("LLLDDDD", "DLLLDDD", "LLLDDD", "DDDLLL", "LLDDDDD", "LDDDLL")
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
CONFUSED = dict(
    pair.split(":")
    for pair in """0:ODQ O:0DQ D:0O Q:0O 1:I7L I:1 L:1 7:1T T:7 B:8 8:B3 3:8 S:5 5:S Z:2 2:Z G:6C 6:G C:G V:Y Y:V U:V
    M:N N:M E:F F:E P:R R:P K:X X:K H:N W:V 4:A A:4""".split()
)
"""Character: what a witness or a camera takes it for. A third of these pairs are on none of the library's lists."""
_ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_WORTH = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_PLACES = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def plate(chance: random.Random) -> str:
    """Return a plate by one of the states' patterns."""
    signs = {"L": LETTERS, "D": string.digits}
    return "".join(chance.choice(signs[sign]) for sign in chance.choice(PATTERNS))


def vin(maker: str, chance: random.Random) -> str:
    """Return a VIN that begins with the maker's three signs, its check digit by 49 CFR 565.15."""
    signs = (
        maker
        + "".join(chance.choice(_ALPHABET) for _ in range(14 - 6))
        + "".join(chance.choice(string.digits) for _ in range(6))
    )
    whole = signs[:17]
    total = sum(
        _WORTH.get(sign, int(sign) if sign.isdigit() else 0) * by for sign, by in zip(whole, _PLACES, strict=True)
    )
    return whole[:8] + "0123456789X"[total % 11] + whole[9:]


def confused(text: str, chance: random.Random) -> str:
    """Return text with one or two characters taken for others they look like."""
    places = [place for place, sign in enumerate(text) if sign in CONFUSED]
    for place in random.Random.sample(chance, places, min(len(places), chance.choice((1, 1, 2)))):
        text = text[:place] + chance.choice(CONFUSED[text[place]]) + text[place + 1 :]
    return text


def partial(text: str, chance: random.Random) -> str:
    """Return what somebody saw of a plate: its beginning, its end, or all with one or two signs unread."""
    if chance.random() < 0.5:
        length = chance.randint(3, len(text) - 1)
        return text[:length] if chance.random() < 0.5 else text[-length:]
    for place in random.Random.sample(chance, range(len(text)), chance.choice((1, 2))):
        text = text[:place] + "?" + text[place + 1 :]
    return text


def wrong(text: str, chance: random.Random) -> str:
    """Return text with one character quite another, or two neighbours exchanged."""
    place = chance.randrange(len(text) - 1)
    if chance.random() < 0.4:
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    signs = string.digits if text[place].isdigit() else LETTERS
    return text[:place] + chance.choice(signs) + text[place + 1 :]


def ending(text: str, chance: random.Random) -> str:
    """Return the last six or eight characters of a VIN."""
    return text[-chance.choice((6, 8)) :]
