"""Validation rules: one function each, errors apart from warnings, printed as a table people can sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.functional import Promise

Facts = TypeVar("Facts")
Text = str | Promise


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say: the `fields` it is about, first the one to show it beside, and a message for people."""

    fields: tuple[str, ...]
    message: Text
    rule: str = ""


Rule = Callable[[Facts], Finding | None]


class Broken(ValueError):
    """Facts break at least one rule that is an error; `findings` holds them all, to be shown beside their fields."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(str(finding.message) for finding in findings))
        self.findings = findings


@dataclass(frozen=True)
class Rulebook(Generic[Facts]):
    """The rules of one kind of record. A rule's docstring is its published explanation, its name its code.

    An error refuses the change; a warning is shown and lets it through. `test` is the one file that tests all of
    them, from the source folder on, empty where each has a file of its own. Among a module's providers it is printed
    into docs/rules.md.
    """

    kind: str
    errors: tuple[Rule[Facts], ...]
    warnings: tuple[Rule[Facts], ...]
    test: str = ""

    def refused(self, facts: Facts) -> tuple[Finding, ...]:
        """Return every error that `facts` make."""
        return tuple(_findings(self.errors, facts))

    def warned(self, facts: Facts) -> tuple[Finding, ...]:
        """Return every warning that `facts` deserve."""
        return tuple(_findings(self.warnings, facts))

    def require(self, facts: Facts) -> None:
        """Raise `Broken` with all errors, if there are any."""
        if refused := self.refused(facts):
            raise Broken(refused)

    def table(self) -> list[str]:
        """Return a Markdown table of the rules: what each says, where it stands, where it is tested."""
        return [
            f"| Rule of `{self.kind}` | Weight | What it says | Code | Test |",
            "| --- | --- | --- | --- | --- |",
            *(_row(rule, "error", self.test) for rule in self.errors),
            *(_row(rule, "warning", self.test) for rule in self.warnings),
        ]


def _findings(rules: tuple[Rule[Facts], ...], facts: Facts) -> Iterator[Finding]:
    for rule in rules:
        if found := rule(facts):
            yield Finding(found.fields, found.message, rule.__name__)


def _row(rule: Rule[Facts], weight: str, test: str) -> str:
    module = rule.__module__.replace(".", "/")
    folder, name = module.rsplit("/", 1)
    says = " ".join((rule.__doc__ or "").split())
    tested = test or f"{folder}/tests/test_{name}.py"
    return f"| `{name}` | {weight} | {says} | `src/{module}.py` | `src/{tested}` |"
