"""Questions in groups: those that belong together stand together, folded away until they are needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from .base import Form


@dataclass(frozen=True)
class Section:
    """Questions that belong together; those under a title are folded away until they are needed."""

    title: Any
    fields: list[Any]
    unfolded: bool = False

    @property
    def open(self) -> bool:
        """Whether it is shown unfolded: from the start, or since something stands in it or is wrong with it."""
        return self.unfolded or any(field.errors or field.value() for field in self.fields)


class SectionedForm(Form):
    """Groups its questions: `sections_of` names those of each title, in order; the rest come last.

    The titles in `unfolded` are open from the start; `side_by_side` lets short questions share a line.
    """

    sections_of: ClassVar[Mapping[Any, tuple[str, ...]]] = {}
    unfolded: ClassVar[tuple[Any, ...]] = ()
    side_by_side: ClassVar[bool] = False
    template_name = "ui/forms/sections.html"

    def sections(self) -> Iterator[Section]:
        """Yield the questions as the page groups them."""
        placed = {name for names in self.sections_of.values() for name in names}
        for title, names in self.sections_of.items():
            yield Section(title, [self[name] for name in names if name in self.fields], title in self.unfolded)
        yield Section("", [field for field in self.visible_fields() if field.name not in placed])
