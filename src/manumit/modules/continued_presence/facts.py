"""The facts a decision may lean on, one by one, each with a name of its own that holds no word of it.

An answer, a file, a relative, a message, and each line of what was written in several: `answer.threats`,
`answer.act_words.2`, `vetting.hits.1`, `file.3`, `message.4`. Who marks one, or rests an adverse step on it, names it
so. Moving or copying its words does not free it: it is known again by a keyed print of them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .asked import QUESTIONS, STEPS, Question

VETTING = {
    "checks": _("Checks made"),
    "hits": _("Hits"),
    "mitigation": _("What explains them"),
    "assessment": _("Assessment"),
}
NAMES = {"file": _("Attachment"), "family": _("Relative"), "message": _("Message")}
SEALED_IN = {"file": "identity", "family": "safety", "message": "correspondence", "vetting": "vetting"}
"""In which group a fact of each sort is sealed, and what is said of it with it; an answer in that of its question."""
SHARED_IN = "elements"
"""Where what is said of an answer is sealed that all victims of an operation share: beside this victim's own."""
FEW_WORDS = 3
"""Fewer words than that say something only as the answer to their question: `no` is not the same fact everywhere."""
GROUP_OF = {each.name: step.group for step in STEPS for each in step.questions}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its name, what it is called, its words as they are read, and by what it is known again."""

    name: str
    title: str
    words: str
    print: str

    @property
    def field(self) -> str:
        """The name without the line."""
        return field_of(self.name)

    @property
    def group(self) -> str:
        """The group of the request in which it is sealed."""
        return group_of(self.name)


def field_of(name: str) -> str:
    """Return what a fact is a line of, the fact itself where it is whole: `vetting.hits` of `vetting.hits.2`."""
    return ".".join(name.split(".")[:2])


def group_of(name: str) -> str:
    """Return the group of the request in which the fact `name` is sealed. Raises LookupError for no fact's name."""
    sort, _dot, rest = name.partition(".")
    if sort != "answer":
        return SEALED_IN[sort]
    group = GROUP_OF[rest.split(".")[0]]
    return SHARED_IN if group == "shared" else group


def is_shared(name: str) -> bool:
    """Whether the fact is an answer that all victims of an operation share."""
    sort, _dot, rest = name.partition(".")
    return sort == "answer" and GROUP_OF[rest.split(".")[0]] == "shared"


def answer_facts(answers: Mapping[str, Any]) -> list[Fact]:
    """Return the facts in a request's answers, in the order in which they are asked."""
    return [fact for question in QUESTIONS.values() for fact in _of_answer(question, answers.get(question.name))]


def vetting_facts(values: Mapping[str, Any]) -> list[Fact]:
    """Return the lines of what vetting found."""
    told = ((f"vetting.{name}", str(title), values.get(name)) for name, title in VETTING.items())
    return [fact for name, title, text in told for fact in _lines(name, title, str(text or ""))]


def message_facts(thread: Iterable[Mapping[str, Any]]) -> list[Fact]:
    """Return the lines of questions and answers, as `thread_of` gives them."""
    return [
        fact
        for each in thread
        for fact in _lines(f"message.{each['row'].place}", each["row"].get_message_kind_display(), each["words"])
    ]


def file_facts(files: Iterable[Any], identity: Mapping[str, Any]) -> list[Fact]:
    """Return the files of a request: one is known again by its content, wherever it is attached."""
    return [
        Fact(f"file.{row.place}", str(NAMES["file"]), _file_words(row, identity), print_of(f"file|{row.stored.sha256}"))
        for row in files
    ]


def family_facts(safety: Mapping[str, Any]) -> list[Fact]:
    """Return the relatives that were noted."""
    found = ((name, told) for name, told in safety.items() if name.startswith("family_") and told)
    return [
        Fact(f"family.{name.removeprefix('family_')}", str(NAMES["family"]), words, print_of(words))
        for name, told in found
        if (words := "; ".join(str(value) for value in told.values() if value))
    ]


def print_of(text: str) -> str:
    """Return by what a text is known again: keyed, and the same whatever its case, spacing and punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return salted_hmac("manumit.presence.fact", " ".join(re.findall(r"\w+", plain)), algorithm="sha256").hexdigest()


def not_usable(marks: Iterable[tuple[str, str]], facts: Sequence[Fact]) -> frozenset[str]:
    """Return the names of `facts` that `marks` (name, print) bar.

    A mark bars its words wherever they stand now, and a whole fact as long as it is marked. Words that stand nowhere
    any more bar the field they stood in: rewriting does not free it, corroboration does.
    """
    return frozenset(name for mark in marks for name in _barred_by(*mark, facts))


def _barred_by(name: str, mark: str, facts: Sequence[Fact]) -> set[str]:
    same = {fact.name for fact in facts if fact.print == mark}
    field = field_of(name)
    whole = name == field or not any(fact.print == mark for fact in facts if fact.field == field)
    return same | ({fact.name for fact in facts if fact.field == field} if whole else set())


def _of_answer(question: Question, value: Any) -> Iterator[Fact]:
    if not value:
        return
    name, title = f"answer.{question.name}", str(question.label)
    if question.looks == "text":
        yield from _lines(name, title, str(value))
        return
    labels = dict(question.choices)
    words = "; ".join(str(labels.get(each, each)) for each in (value if isinstance(value, list) else [value]))
    yield Fact(name, title, words, print_of(f"{name}|{value}"))


def _lines(name: str, title: str, text: str) -> Iterator[Fact]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for place, line in enumerate(lines, start=1):
        known = line if len(line.split()) >= FEW_WORDS else f"{name}|{line}"
        yield Fact(name if len(lines) == 1 else f"{name}.{place}", title, line, print_of(known))


def _file_words(row: Any, identity: Mapping[str, Any]) -> str:
    said = identity.get(f"file_{row.place}") or ""
    return ", ".join(filter(None, (str(row.get_file_kind_display()), str(said))))
