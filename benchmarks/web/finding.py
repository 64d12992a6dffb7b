"""What people ask of the list beside paging through it: words, counts to narrow it, a part of the map, a long case."""

import random
from collections.abc import Sequence
from urllib.parse import urlencode

from django.db import connection

from manumit.modules.cases.sample import names
from manumit.modules.cases.sample.parts import TATTOOS

from . import load
from .load import Address
from .world import Caller

COMMON = "searches"
"""A word of the story of every invented case: more than 80 of 100 have it."""
VIEWS = ("-127,23,-65,50", "-114,45,-104,49", "-110,46,-108,47.5", "-104,31,-93,37", "-80,38,-71,43")
"""Parts of the map: the country, a state, some counties, two regions."""
MANY = 500
LONG = """
SELECT c.owner_id, c.number FROM (SELECT case_id FROM cases_caseevent GROUP BY case_id HAVING count(*) >= %s) e
JOIN cases_case c ON c.id = e.case_id ORDER BY c.id
"""
PAGES = {
    "search": ("/cases/", lambda chance: {"text": _two_words(chance)}),
    "common_word": ("/cases/", lambda chance: {"text": COMMON}),
    "facet": ("/cases/narrow/", lambda chance: {}),
    "map": ("/cases/map/points/", lambda chance: {"box": chance.choice(VIEWS)}),
}
"""Page kind by the name of its figure: address and query. Words are drawn anew each time."""


def pages(callers: Sequence[Caller], kind: str) -> Address:
    """Return what is asked for a page kind of `PAGES`, by people of every agency in turn."""
    path, query = PAGES[kind]

    def address(chance: random.Random) -> bytes:
        asked = query(chance)
        return load.request(f"{path}?{urlencode(asked)}" if asked else path, chance.choice(callers).cookie)

    return address


def long_cases(callers: Sequence[Caller]) -> Address | None:
    """Return the cases with five hundred events or more, each asked for by its owner; None where there are none."""
    numbers: dict[int, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(LONG, [MANY])
        for owner, number in cursor.fetchall():
            numbers.setdefault(owner, []).append(number)
    asked = [
        load.request(f"/cases/{number}/", caller.cookie)
        for caller in callers
        for number in numbers.get(caller.actor.agency_id, [])[:10]
    ]
    return (lambda chance: chance.choice(asked)) if asked else None


def _two_words(chance: random.Random) -> str:
    """Return a mark and a family name, or two words of marks: rare together, common apart."""
    mark = chance.choice(TATTOOS).split()[-1]
    return f"{mark} {chance.choice((names.family(chance), 'tattoo', 'scar'))}"
