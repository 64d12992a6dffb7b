"""What each of a cast finds of words, hours and payees, asked by one statement that is written once a person.

It is the text of `visible_to` itself: neither people nor policies change while a cast walks, so the text stays.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from manumit.spine.identity.actor import Actor

from ..models import PaidHours, Payee, Voice

NOTHING = ("SELECT 1 WHERE FALSE", ())


class Sight:
    """The statements of a cast, by name."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._written: dict[str, tuple[str, list[Any]]] = {}

    def finds(self, who: str) -> tuple[int, int, int]:
        """Return how many words, hours and payees `who` finds."""
        if who not in self._written:
            self._written[who] = self._write(self._actors[who])
        with connection.cursor() as cursor:
            cursor.execute(*self._written[who])
            words, hours, payees = cursor.fetchone()
        return words, hours, payees

    def _write(self, actor: Actor) -> tuple[str, list[Any]]:
        parts = [_text(model, actor) for model in (Voice, PaidHours, Payee)]
        counts = ", ".join(f"(SELECT count(*) FROM ({text}) AS found)" for text, _params in parts)  # noqa: S608 - the text of querysets
        return f"SELECT {counts}", [param for _text, params in parts for param in params]


def _text(model: Any, actor: Actor) -> tuple[str, tuple[Any, ...]]:
    try:
        text, params = model.objects.visible_to(actor).order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return NOTHING
    return text, tuple(params)
