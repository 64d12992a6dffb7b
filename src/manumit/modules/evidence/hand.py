"""A hand: who or what has an item at a moment."""

from dataclasses import dataclass

from .choices import HandKind

LONGEST = 200
SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class Hand:
    """A person (by id), a place, a carrier, a laboratory ... (by name).

    `key` is how the chain names it: two steps meet only where their keys are the same. Raises ValueError for a hand
    without name, or one too long.
    """

    kind: HandKind
    name: str = ""

    def __post_init__(self) -> None:
        if self.kind != HandKind.DESTROYED and not self.name.strip():
            raise ValueError("A hand needs its name.")
        if len(self.name) > LONGEST:
            raise ValueError("That name is too long.")

    @property
    def key(self) -> str:
        """The text under which the chain knows it."""
        return f"{self.kind.value}{SEPARATOR}{self.name.strip()}"

    @property
    def person_id(self) -> int | None:
        """The person's id, where it is one."""
        return int(self.name) if self.kind == HandKind.PERSON else None

    @classmethod
    def person(cls, person_id: int) -> "Hand":
        """Return the hand of a person of the agency."""
        return cls(HandKind.PERSON, str(person_id))

    @classmethod
    def parse(cls, key: str) -> "Hand":
        """Return the hand of a key. Raises ValueError."""
        kind, _, name = key.partition(SEPARATOR)
        return cls(HandKind(kind), name)
