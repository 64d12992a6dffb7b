"""Values as people read them: where matching compares by codes, their words in the reader's language."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from manumit.spine.records.coded import choices_of
from manumit.values import crosswalks

CATALOGUE, RACE = "manumit.values.tables.catalogue", "manumit.values.tables.race"
TABLES: Mapping[str, tuple[str, str, Any]] = {
    "eyes": ("EYE_COLOR", CATALOGUE, crosswalks.EYE_COLOR_NCIC),
    "hair": ("HAIR_COLOR", CATALOGUE, crosswalks.HAIR_COLOR_NCIC),
    "colour": ("VEHICLE_COLOR", CATALOGUE, crosswalks.VEHICLE_COLOR_NCIC),
    "style": ("VEHICLE_STYLE", CATALOGUE, None),
    "race": ("RACE", RACE, None),
    "sex": ("SEX", "manumit.values.tables.sex", None),
}
"""The table of each feature that is compared by code, and how its codes become those of NCIC, which are compared."""
LENGTH = 12
"""Characters of a code that the library keeps."""


def value(feature: str, text: str) -> str:
    """Return a value of a feature in words; what is no code stays as it is. Both eyes alike are said once."""
    if feature not in TABLES:
        return text
    words = _words(feature)
    return ", ".join(
        dict.fromkeys(str(words.get(code, code)) for code in (text.split() if feature == "eyes" else [text]))
    )


@cache
def _words(feature: str) -> Mapping[str, Any]:
    """Return the lazy label of each code as the library shows it; of several that become one, the first's."""
    name, module, walk = TABLES[feature]
    found: dict[str, Any] = {}
    for code, label in choices_of(name, module):
        crossed = walk.forward(code).to if walk else None
        found.setdefault((crossed.code if crossed else code).upper()[:LENGTH], label)
    return found
