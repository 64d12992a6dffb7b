"""The words of a procedure's table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor

Text = str | Promise


@dataclass(frozen=True, slots=True)
class State:
    """A state a record can be in. `final` says that it need not lead anywhere."""

    name: str
    title: Text
    summary: Text = ""
    final: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that may be given for a transition; with `in_words` it needs a sentence of its own."""

    code: str
    title: Text
    in_words: bool = False


IN_WORDS = (Reason("other", _("In your own words"), in_words=True),)
"""The reason policy of a transition that takes any reason, as long as it is said."""


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition on the record. `why` says what is missing, `help` what would help; both are shown to people."""

    name: str
    holds: Callable[[Actor, Any], bool]
    why: Text
    help: Text


def guard(*, why: Text, help: Text) -> Callable[[Callable[[Actor, Any], bool]], Guard]:
    """Make a function of actor and record a guard of its name."""

    def decorate(holds: Callable[[Actor, Any], bool]) -> Guard:
        return Guard(holds.__name__, holds, why, help)

    return decorate


@dataclass(frozen=True, slots=True)
class Citation:
    """The law or rule a transition rests on. Until somebody `verified` it, it is shown as unverified."""

    text: str
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A way from any of `sources` to `target`.

    `action` is the Cedar action that permits it. `reasons` is its reason policy: None asks for none, a tuple demands
    one of those, `IN_WORDS` any sentence. `asks` are fields of the record that must be answered with it, `clears`
    fields emptied by it. `serious` ones are confirmed on a page of their own. `who` says to others whose step it is.
    """

    name: str
    title: Text
    sources: tuple[str, ...]
    target: str
    action: str
    reasons: tuple[Reason, ...] | None
    guards: tuple[Guard, ...] = ()
    asks: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    law: tuple[Citation, ...] = ()
    serious: bool = False
    who: Text = ""
