"""Everything a victim reads is at grade 8 or below, by a library's measure in each language."""

import re

import pytest
import readability
import textstat
from django.utils.translation import gettext, override

from manumit.modules.continued_presence import letters
from manumit.modules.continued_presence.choices import Stage

FACTS = {"why": "", "answer_by": "the first of May", "number": "CP-4F7K-9Q2"}
UNTIL = {"en": "26 November 2028", "es": "26 de noviembre de 2028"}
MOST = 8.0
"""School grade (Flesch and Kincaid)."""
EASY = 60.0
"""Fernández Huerta: 60 to 70 is what is read in grades 7 and 8, more is easier. Source: Fernández Huerta (1959)."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a paragraph ends one."""
    found = re.split(r"(?<=[.!?:])\s+|\n+", text)
    return [each.strip() for each in found if each.strip()]


def grade(text: str) -> float:
    """Return the grade of an English text."""
    lines = [" ".join(re.findall(r"[\w'-]+|[.,!?:;]", each)) for each in sentences(text)]
    return float(readability.getmeasures("\n".join(lines), lang="en")["readability grades"]["Kincaid"])


def ease(text: str) -> float:
    """Return how easy a Spanish text is: 100 and more is easiest."""
    textstat.set_lang("es")
    return float(textstat.fernandez_huerta("\n".join(sentences(text))))


def told(letter: str, language: str) -> str:
    """Return a letter as it is read, without what its writer adds."""
    with override(language):
        facts = {**FACTS, "until": UNTIL[language]}
        return "\n".join([f"{letters.title(letter)}.", *letters.paragraphs(letter, facts)])


@pytest.mark.parametrize("letter", letters.LETTERS)
def test_a_letter_is_at_grade_eight_or_below(letter) -> None:
    assert grade(told(letter, "en")) <= MOST
    assert ease(told(letter, "es")) >= EASY


@pytest.mark.parametrize("letter", letters.LETTERS)
def test_no_paragraph_of_a_letter_is_above_it(letter) -> None:
    for language, hard in (("en", lambda text: grade(text) > MOST), ("es", lambda text: ease(text) < EASY)):
        assert [part for part in told(letter, language).split("\n")[1:] if len(part.split()) > 4 and hard(part)] == []


def test_where_a_request_stands_is_told_in_plain_words() -> None:
    """What a representative reads out from the screen: its heading and the stage under it."""
    for language, hard in (("en", lambda text: grade(text) > MOST), ("es", lambda text: ease(text) < EASY)):
        with override(language):
            assert not hard("\n".join(f"{gettext('Where it stands')}: {stage.label}." for stage in Stage))


def test_the_measures_notice_the_language_of_offices() -> None:
    hard = "Notwithstanding the aforementioned determination, continued eligibility is contingent upon verification."
    dura = "La determinación anteriormente mencionada condiciona la admisibilidad a verificaciones administrativas."
    assert grade(hard) > MOST
    assert ease(dura) < EASY
