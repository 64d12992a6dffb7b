"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import Vehicle
from ..facts import PartFacts

LENGTH = 17
VALUES = {**{str(digit): digit for digit in range(10)}, **dict(zip("ABCDEFGH", range(1, 9), strict=True))}
VALUES |= {**dict(zip("JKLMN", range(1, 6), strict=True)), "P": 7, "R": 9}
VALUES |= dict(zip("STUVWXYZ", range(2, 10), strict=True))
WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin_has_its_check_digit(facts: PartFacts) -> Finding | None:
    """A vehicle identification number of 17 characters carries its check digit (49 CFR 565.15)."""
    vin = facts.part.vin.upper() if isinstance(facts.part, Vehicle) else ""
    if len(vin) != LENGTH or _checks(vin):
        return None
    return Finding(
        ("vin",), _("The check digit does not fit: look at the number again; outside North America there is none.")
    )


def _checks(vin: str) -> bool:
    if not set(vin) <= VALUES.keys():
        return False
    rest = sum(VALUES[character] * weight for character, weight in zip(vin, WEIGHTS, strict=True)) % 11
    return vin[8] == ("X" if rest == 10 else str(rest))
