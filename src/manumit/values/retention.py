"""How long a kind of record is kept, and by what authority."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """A model's retention: kept `years` after the date in `from_field`, or for ever where `years` is None.

    `authority` names the law, schedule or reason; `with_parent` names the field of the record this one goes with.
    `verified` is False until somebody checked the authority: it is then shown as configuration, not as law.
    """

    authority: str
    years: float | None = None
    from_field: str = ""
    with_parent: str = ""
    verified: bool = False

    def __post_init__(self) -> None:
        if self.years is not None and not (self.from_field or self.with_parent):
            raise ValueError("A retention of some years needs `from_field`: the date the years run from.")
