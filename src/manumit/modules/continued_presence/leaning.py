"""What is read of the facts a decision may lean on: the facts, their marks, and what steps rested on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from manumit.spine.access import allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.records import sealed

from .actions.resting import barred
from .asked import QUESTIONS
from .facts import (
    NAMES,
    VETTING,
    Fact,
    answer_facts,
    family_facts,
    field_of,
    file_facts,
    message_facts,
    vetting_facts,
)
from .models import Basis, Mark, PresenceRequest, RequestFile, VettingMark
from .questions import ANSWERED, operation_of, thread_in

READ = (*ANSWERED, "correspondence")


@dataclass(frozen=True, slots=True)
class Leaning:
    """The facts of a request as somebody read them, those that are barred, and the sealed words by group."""

    facts: Sequence[Fact]
    barred: frozenset[str]
    words: dict[str, dict[str, Any]]


def leaning_of(actor: Actor, request: PresenceRequest) -> Leaning:
    """Return every fact the actor may read, in the order of the request; each group read leaves its leaf first.

    Not to be called in a transaction. Raises Denied, Hidden, `sealed.SealedReadsClosed`.
    """
    operation = operation_of(actor, request)
    groups = [*READ, *(["vetting"] if allowed(actor, "read_vetting", request) else [])]
    shared, *found = sealed.read_many(actor, [(operation, "shared"), *((request, group) for group in groups)])
    words = dict(zip(groups, found, strict=True))
    answers = {**shared, **{name: value for group in ANSWERED for name, value in words[group].items()}}
    files = RequestFile.objects.visible_to(actor).filter(request=request, withdrawn_at=None).select_related("stored")
    facts = [
        *answer_facts(answers), *file_facts(files.order_by("place"), words["identity"]),
        *family_facts(words["safety"]), *message_facts(thread_in(actor, request, words["correspondence"])),
        *vetting_facts(words.get("vetting", {})),
    ]  # fmt: skip
    return Leaning(facts, barred(request, facts), words)


def marks_of(actor: Actor, request: PresenceRequest) -> list[Mark | VettingMark]:
    """Return the marks the actor may know of, oldest first."""
    found: list[Mark | VettingMark] = []
    for model in (Mark, VettingMark):
        rows = model.objects.visible_to(actor).filter(request=request)
        found += list(rows.select_related("by", "corroborated_by").order_by("place"))
    return sorted(found, key=lambda row: row.marked_at)


def marked_of(actor: Actor, request: PresenceRequest) -> dict[str, str]:
    """Return by field, for each mark the actor may know of, in words who marked it when and what became of it."""
    found: dict[str, list[str]] = {}
    for row in marks_of(actor, request):
        line = row.fact.removeprefix(field_of(row.fact)).removeprefix(".")
        told = _("line %(line)s: from the trafficker's side, marked %(day)s by %(who)s")
        whole = _("from the trafficker's side, marked %(day)s by %(who)s")
        said = (told if line else whole) % {
            "line": line, "day": date_format(timezone.localtime(row.marked_at)), "who": row.by.full_name
        }  # fmt: skip
        borne_out = _("nobody else bears it out") if row.bars else _("borne out by somebody else")
        found.setdefault(field_of(row.fact), []).append(f"{said}; {borne_out}")
    return {name: " / ".join(each) for name, each in found.items()}


def with_mark(words: str, mark: str | None) -> str:
    """Return `words` with what is said of their mark behind them, if there is one."""
    return f"{words} [{mark}]" if mark else words


def title_of(name: str) -> str:
    """Return what a fact is called, without a word of it: the question, `Hits 2`, `Attachment 3`."""
    sort, rest, *line = name.split(".")
    if sort == "answer":
        told = str(QUESTIONS[rest].label)
    elif sort == "vetting":
        told = str(VETTING[rest])
    else:
        told = f"{NAMES[sort]} {rest}"
    return " ".join([told, *line])


def bases_of(actor: Actor, request: PresenceRequest) -> list[Basis]:
    """Return what the last adverse step rested on."""
    rows = list(Basis.objects.visible_to(actor).filter(request=request).select_related("by").order_by("id"))
    return [row for row in rows if row.at == rows[-1].at and row.step == rows[-1].step]


def marked_since(actor: Actor, request: PresenceRequest, bases: Iterable[Basis]) -> bool:
    """Whether something the last adverse step rested on was marked afterwards, and nobody else bears it out."""
    prints = {row.print for row in bases}
    rows = (mark for mark in marks_of(actor, request) if mark.bars)
    return any(mark.print in prints for mark in rows)
