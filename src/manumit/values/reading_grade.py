"""How hard a text is to read: a school grade in English, an ease in Spanish, each by a library that counts syllables.

English: Flesch and Kincaid's grade, as `readability` reckons it. Spanish: Fernández Huerta's ease (206.84 less 60 times
syllables a word, less 1.02 times words a sentence), syllables as `pyphen` finds them; 60 to 70 is what is read in
grades 7 and 8 (Fernández Huerta 1959). Grade 8 is therefore an ease of 60.

Numbers, citations (22 USC 7102, 28 CFR 1100.35, 8 U.S.C. § 1367, "section 1595") and proper nouns stand for a short
word each. A proper noun is a capitalized word inside a sentence that the text never writes small; no more than three
in a row, than two fifths of a short sentence's words and a fifth of a long one's: else all count, so that capitals
hide nothing. Invisible characters and points without words count for nothing, and what is in another language or
script is told.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

MOST_GRADE = 8.0
LEAST_EASE = 60.0
MOST_OF_A_SENTENCE, LEAST_OF_A_SENTENCE = 10.0, 50.0
"""One sentence may be two grades harder than a text, which few sentences make an average of."""
FEW_WORDS = 4
"""A sentence of no more words is judged with the whole text alone: a short one has no average."""
NAMES_IN_A_ROW = 3
SHARE_OF_NAMES = 5
SHORT = {"en": "it", "es": "esto"}
"""What a number, a citation or a name counts as."""
CITATION = re.compile(
    r"\b\d+\s*(?:U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?|Fed\. Reg\.|FR)\s*(?:§+\s*)?\d[\w.()-]*"
    r"|(?:§+|\b[Ss]ections?\b|\b[Ss]ecci(?:ón|ones)\b)\s*\d[\w.()-]*"
    r"|\b[A-Z]{1,3}-?\d[\w-]*|\d[\d.,:/-]*\d|\d"
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # noqa: RUF001 - the mark that texts are set with
SENTENCE = re.compile(r"(?<=[.!?:;…])(?<!\bU\.S\.C\.)(?<!\bC\.F\.R\.)\s+|\n+")
ENGLISH = """
    the of and to in is was are were that this it for on with as at by from you your we they he she his her not did
    have has had be been can will would may do does if or but so what who when there their our us
"""
SPANISH = """
    el la los las de del que y en un una es fue son era se no por con para su sus lo al le les como pero si esto
    esta este usted ustedes nos ha han hay ser muy ya o qué quién cuando donde nosotros ellos ella más sin
"""
FUNCTION_WORDS: Mapping[str, frozenset[str]] = {"en": frozenset(ENGLISH.split()), "es": frozenset(SPANISH.split())}


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is: `measure` (grade in English, ease in Spanish), whether it is too hard, and where.

    `sentence` is the hardest sentence, empty where nothing is too hard, and `words` its longest words. `foreign` is a
    sentence of another language or script, which is judged by nothing.
    """

    language: str
    measure: float
    too_hard: bool
    sentence: str = ""
    words: tuple[str, ...] = ()
    foreign: str = ""


def read(text: str, language: str) -> Reading:
    """Return how hard `text` is in `language` (`en`, `es`), whole and by sentence: easy ones hide none."""
    plain = _visible(text)
    found = [each for each in SENTENCE.split(plain) if WORD.search(each)]
    foreign = next((each for each in found if _is_foreign(each, language)), "")
    counted = [_counted(each, plain, language) for each in found]
    whole = measure(counted, language) if counted else _easiest(language)
    hard = [place for place, words in enumerate(counted) if len(words) > FEW_WORDS and _too_hard(words, language)]
    if not hard and not is_too_hard(whole, language):
        return Reading(language, whole, too_hard=False, foreign=foreign.strip())
    worst = max(hard or range(len(counted)), key=lambda place: _hardness(counted[place], language))
    words = tuple(sorted(set(counted[worst]), key=lambda word: (-syllables(word, language), word))[:3])
    return Reading(language, whole, too_hard=True, sentence=found[worst].strip(), words=words, foreign=foreign.strip())


def measure(sentences: Sequence[Sequence[str]], language: str) -> float:
    """Return grade (English) or ease (Spanish) of sentences given as their words. Raises LookupError, ValueError."""
    return MEASURES[language]([words for words in sentences if words])


def is_too_hard(measured: float, language: str) -> bool:
    """Whether that is above grade 8."""
    return measured > MOST_GRADE if language == "en" else measured < LEAST_EASE


def syllables(word: str, language: str) -> int:
    """Return how many syllables the language's library finds in a word."""
    if language == "en":
        return int(_english()["syllables"](word.lower()))
    return len(_spanish().positions(word.lower())) + 1


def _grade(sentences: Sequence[Sequence[str]]) -> float:
    import readability

    text = "\n".join(" ".join(words).lower() for words in sentences)  # it hears no vowel in a capital
    return float(readability.getmeasures(text, lang="en")["readability grades"]["Kincaid"])


def _ease(sentences: Sequence[Sequence[str]]) -> float:
    words = [word for each in sentences for word in each]
    spoken = sum(syllables(word, "es") for word in words)
    return 206.84 - 60 * spoken / len(words) - 1.02 * len(words) / len(sentences)


MEASURES: Mapping[str, Callable[[Sequence[Sequence[str]]], float]] = {"en": _grade, "es": _ease}


@cache
def _english() -> Any:
    from readability.langdata import LANGDATA

    return LANGDATA["en"]


@cache
def _spanish() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="es")


def _visible(text: str) -> str:
    """Return `text` without characters that nobody sees, its forms of letters made one."""
    return "".join(
        each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf" or each == "\n"
    )


def _counted(sentence: str, whole: str, language: str) -> list[str]:
    """Return the words of a sentence as they count."""
    short = SHORT[language]
    words = WORD.findall(CITATION.sub(f" {short} ", sentence))
    names = _names(words, whole)
    return [short if place in names else word for place, word in enumerate(words)]


def _names(words: Sequence[str], whole: str) -> frozenset[int]:
    """Return which words of a sentence are proper nouns: none where there are more than a text has."""
    small = {word for word in WORD.findall(whole) if word.islower()}
    found = [place for place, word in enumerate(words) if place and word[0].isupper() and word.lower() not in small]
    runs = sum(1 for place in found if {place + step for step in range(NAMES_IN_A_ROW + 1)} <= set(found))
    most = max(1, min(NAMES_IN_A_ROW, 2 * len(words) // SHARE_OF_NAMES), len(words) // SHARE_OF_NAMES)
    return frozenset() if runs or len(found) > most else frozenset(found)


def _is_foreign(sentence: str, language: str) -> bool:
    """Whether a sentence is written in the other language or in another script."""
    words = [word.lower() for word in WORD.findall(sentence)]
    if any("LATIN" not in unicodedata.name(letter, "") for word in words for letter in word if letter.isalpha()):
        return True
    [other] = FUNCTION_WORDS.keys() - {language}
    own, others = (sum(word in FUNCTION_WORDS[each] for word in words) for each in (language, other))
    return others > own and others > 1


def _too_hard(words: Sequence[str], language: str) -> bool:
    measured = measure([words], language)
    return measured > MOST_OF_A_SENTENCE if language == "en" else measured < LEAST_OF_A_SENTENCE


def _hardness(words: Sequence[str], language: str) -> float:
    return measure([words], language) * (1 if language == "en" else -1)


def _easiest(language: str) -> float:
    return 0.0 if language == "en" else 100.0
