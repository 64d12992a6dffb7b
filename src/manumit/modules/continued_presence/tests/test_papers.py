"""What a victim reads says the same in both languages, in short sentences, and nothing of it is left untold."""

import re

import pytest
from django.utils.translation import override

from manumit.modules.continued_presence import letters
from manumit.modules.continued_presence.papers import PAPERS, compiled

FACTS = {"until": "26 November 2028", "why": "", "answer_by": "26 December 2026", "number": "CP-4F7K-9Q2"}
LONGEST = 14
"""Words in a sentence."""


@pytest.mark.parametrize("letter", letters.LETTERS)
def test_sentences_are_short_in_both_languages(letter) -> None:
    told = {}
    for language in letters.LANGUAGES:
        with override(language):
            told[language] = letters.paragraphs(letter, FACTS)
        for sentence in re.split(r"[.:?!]\s", " ".join(told[language])):
            assert len(sentence.split()) <= LONGEST + 4 * (language == "es"), sentence
        assert not [text for text in told[language] if "{" in text], "a fact was not put in"
    assert len(told["en"]) == len(told["es"])
    assert not set(told["en"]) & set(told["es"]) - {""}


def test_a_letter_never_writes_the_name_of_the_program_in_its_title() -> None:
    assert not [title for title in letters.TITLES.values() if "presence" in str(title).lower()]


def test_every_paper_is_made_and_texts_are_data() -> None:
    sections = [{"language": "es", "title": "#panic()", "paragraphs": ["*a* $x$ #let"], "rows": [["a", "#b"]]}]
    assert compiled({"title": "t", "mark": "CUI", "sections": sections, "language": "en"}).startswith(b"%PDF")
    assert {paper.letter for paper in PAPERS if paper.letter} == set(letters.LETTERS)
