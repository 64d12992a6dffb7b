"""A procedure as a table of words: what the diagram shows, for those who read rather than look."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .procedure import Procedure
from .states import Text, Transition


@dataclass(frozen=True, slots=True)
class Row:
    """One transition in words, under its number in the diagram. `law` names citations, those unverified marked so."""

    number: int
    name: str
    title: Text
    sources: tuple[Text, ...]
    target: Text
    action: str
    reasons: tuple[Text, ...]
    guards: tuple[Text, ...]
    asks: tuple[str, ...]
    law: tuple[str, ...]


def rows(procedure: Procedure) -> tuple[Row, ...]:
    """Return a row for each transition, in the table's order."""
    return tuple(_rows(procedure))


def _rows(procedure: Procedure) -> Iterator[Row]:
    for number, transition in enumerate(procedure.transitions, 1):
        yield Row(
            number,
            transition.name,
            transition.title,
            tuple(procedure.state(name).title for name in transition.sources),
            procedure.state(transition.target).title,
            transition.action,
            tuple(reason.title for reason in transition.reasons or ()),
            tuple(guard.help for guard in transition.guards),
            transition.asks,
            tuple(_law(transition)),
        )


def _law(transition: Transition) -> Iterator[str]:
    for citation in transition.law:
        yield citation.text if citation.verified else _("%(law)s (not verified)") % {"law": citation.text}
