"""The published sentences of comparisons and the names of what is compared, for people and their languages."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

FEATURES = {
    "given": gettext_lazy("Given name"),
    "family": gettext_lazy("Family name"),
    "birth": gettext_lazy("Birth or age"),
    "sex": gettext_lazy("Sex"),
    "race": gettext_lazy("Race (never weighs against)"),
    "tribe": gettext_lazy("Tribe"),
    "height": gettext_lazy("Height"),
    "weight": gettext_lazy("Weight of the body"),
    "eyes": gettext_lazy("Eyes"),
    "hair": gettext_lazy("Hair"),
    "place": gettext_lazy("Place"),
    "phone": gettext_lazy("Telephone"),
    "document": gettext_lazy("Document"),
    "account": gettext_lazy("Account"),
    "marks": gettext_lazy("Marks"),
    "belongings": gettext_lazy("Belongings"),
    "order": gettext_lazy("Last contact and find"),
    "plate": gettext_lazy("Plate"),
    "vin": gettext_lazy("Vehicle number"),
    "make": gettext_lazy("Make"),
    "model": gettext_lazy("Model"),
    "year": gettext_lazy("Year"),
    "colour": gettext_lazy("Color"),
    "style": gettext_lazy("Body style"),
}
LEVELS = (
    gettext_noop("The same spelling, accents and script aside."),
    gettext_noop("One is a known short or pet form of the other."),
    gettext_noop("One letter put in, left out, changed, or exchanged with its neighbour."),
    gettext_noop("The consonants sound alike."),
    gettext_noop("Nearly the same letters: Jaro-Winkler of 0.92 or more, or two edits in six letters."),
    gettext_noop("A word of a compound name stands in both."),
    gettext_noop("One is the beginning of the other, three letters or more."),
    gettext_noop("One is the other's initial."),
    gettext_noop("Some likeness in spelling: Jaro-Winkler of 0.87 or more."),
    gettext_noop("Different names."),
    gettext_noop("Given and family name stand in each other's place."),
    gettext_noop("In each other's place, one of them only alike in spelling."),
    gettext_noop("A single name on one side is the family name, or the given name, on the other."),
    gettext_noop("The same day."),
    gettext_noop("The same year, day and month exchanged."),
    gettext_noop("The same month and year; the day is not known."),
    gettext_noop("The same day and month, the year at most ten off."),
    gettext_noop("The same month and year, another day."),
    gettext_noop("The same year and day of the month, another month."),
    gettext_noop("The same year; the month is not known."),
    gettext_noop("The same year, another day and month."),
    gettext_noop("The ages agree within three years."),
    gettext_noop("The ages agree within twelve years."),
    gettext_noop("The ages, known roughly, can agree."),
    gettext_noop("Up to two years apart."),
    gettext_noop("Up to five years apart."),
    gettext_noop("More than five years apart."),
    gettext_noop("The same."),
    gettext_noop("Different."),
    gettext_noop("The same within 1 in."),
    gettext_noop("The ranges meet."),
    gettext_noop("At most 3 in apart."),
    gettext_noop("At most 6 in apart."),
    gettext_noop("More than 6 in apart."),
    gettext_noop("The same within 20 lb."),
    gettext_noop("At most 15 lb apart."),
    gettext_noop("At most 45 lb apart."),
    gettext_noop("More than 45 lb apart."),
    gettext_noop("The same two different colours, left and right."),
    gettext_noop("The same colour."),
    gettext_noop("Colours that observers take for each other."),
    gettext_noop("One eye agrees, the other does not."),
    gettext_noop("Different colours."),
    gettext_noop("A code that is often taken for the other."),
    gettext_noop("The same town, or within 5 km."),
    gettext_noop("Within 50 km, or the town spelt nearly alike in the same state."),
    gettext_noop("Within 250 km, or in the same state."),
    gettext_noop("Farther away."),
    gettext_noop("The same number."),
    gettext_noop("The same local number; one side gives no area code."),
    gettext_noop("One digit differs, or two neighbouring digits are exchanged."),
    gettext_noop("Another number."),
    gettext_noop("The same number under another kind or country."),
    gettext_noop("One character differs, or two neighbours are exchanged."),
    gettext_noop("The same account."),
    gettext_noop("The same name on another platform."),
    gettext_noop("The name is one character off."),
    gettext_noop("Another account."),
    gettext_noop("Rare things, or many, in common: eight bits or more."),
    gettext_noop("Something of note in common: three bits or more."),
    gettext_noop("Something common in common."),
    gettext_noop("Nothing in common."),
    gettext_noop("In order, at most a year between them."),
    gettext_noop("In order, at most five years between them."),
    gettext_noop("In order, more than five years between them."),
    gettext_noop("The first is certainly after the second."),
    gettext_noop("The same number, and no other state."),
    gettext_noop("The same number but for characters that look alike."),
    gettext_noop("What was seen of one plate fits the other."),
    gettext_noop("The same number, of another state."),
    gettext_noop("Another plate."),
    gettext_noop("One character off, and a check digit shows that one was mistyped."),
    gettext_noop("The same last six characters or more; the rest is not known."),
    gettext_noop("One character off, though both check."),
    gettext_noop("The same within 0 years."),
    gettext_noop("At most 1 years apart."),
    gettext_noop("At most 3 years apart."),
    gettext_noop("More than 3 years apart."),
)
"""As `manumit.linkage` publishes them; a test compares."""


def feature(name: str) -> str:
    """Return what a feature is called."""
    return str(FEATURES.get(name, name))


def level(text: str) -> str:
    """Return a published sentence in the active language."""
    return _(text) if text else ""


def finding(text: str, carried: int, weight: int) -> str:
    """Return what a step found: its published sentence, and how many records carry the number where many do."""
    if not carried:
        return level(text)
    said = (
        _("%(count)s open records or more carry it, so it says less.")
        if weight
        else _("%(count)s open records or more carry it, so it says nothing.")
    )
    return f"{level(text)} {said % {'count': carried}}"


def bits(millibits: int) -> str:
    """Return a weight in bits with its sign: one more bit doubles the odds."""
    return f"{millibits / 1000:+.1f}"
