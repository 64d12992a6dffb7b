"""What a decider or reviewer writes for a victim to read: at grade 8 or below, in English and, where given, Spanish."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from manumit.values.reading_grade import Reading, read

from .reasons import ASKS, WANTED

LETTERS = frozenset(step for step, wanted in WANTED.items() if wanted.letter)
"""Steps whose words are put into a letter to the victim."""
JUDGED = LETTERS | ASKS
"""Steps whose words are judged. A question of DHS is, since the officer reads it out to the victim."""


def readings(step: str, words: str, words_es: str = "") -> Iterator[tuple[str, Reading]]:
    """Give how hard the words of a step are, by the field they are written in."""
    if step in JUDGED and words.strip():
        yield "words", read(words, "en")
    if step in LETTERS and words_es.strip():
        yield "words_es", read(words_es, "es")


def demand_plain(step: str, words: str, words_es: str = "") -> None:
    """Raise ValidationError by field for words that are harder than grade 8, or in another language than their own."""
    wrong = {name: [told] for name, found in readings(step, words, words_es) if (told := _wrong(found))}
    if wrong:
        raise ValidationError(wrong)


def shown(reading: Reading) -> str:
    """Return how hard a text is, as people read it."""
    if reading.language == "en":
        return _("Reads at grade %(grade).1f (English, 8 is the most).") % {"grade": reading.measure}
    return _("Reads with an ease of %(ease).0f (Spanish, 60 is the least: grade 8).") % {"ease": reading.measure}


def _wrong(reading: Reading) -> str:
    if reading.foreign:
        asked = _("Write this in English.") if reading.language == "en" else _("Write this in Spanish.")
        return f"{asked} {_('This is not:')} {reading.foreign}"
    if not reading.too_hard:
        return ""
    hard = _("The hardest sentence: “%(sentence)s”. Its hardest words: %(words)s. Use shorter ones, and fewer.")
    return f"{shown(reading)} {_('That is too hard to read.')} " + hard % {
        "sentence": reading.sentence, "words": ", ".join(reading.words)
    }  # fmt: skip
