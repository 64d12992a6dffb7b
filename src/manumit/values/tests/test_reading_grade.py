"""How hard a text is: whole and by sentence, in its own language, without what does not count."""

import pytest
import textstat

from manumit.values import reading_grade
from manumit.values.reading_grade import SENTENCE, measure, read, syllables

HARD = "Notwithstanding the aforementioned determination, continued eligibility is contingent upon verification."
DURA = "La determinación anteriormente mencionada condiciona la admisibilidad a verificaciones administrativas."
EASY = "You left the country in May. You did not ask first. We need to know why."
FACIL = "Salió del país en mayo. No pidió permiso antes. Queremos saber por qué."


def test_plain_words_are_easy_and_words_of_offices_hard() -> None:
    assert not read(EASY, "en").too_hard
    assert not read(FACIL, "es").too_hard
    hard, dura = read(HARD, "en"), read(DURA, "es")
    assert hard.too_hard
    assert dura.too_hard
    assert hard.sentence == HARD
    assert set(hard.words[:2]) == {"eligibility", "aforementioned"}
    assert dura.words[0] in ("administrativas", "admisibilidad")


@pytest.mark.parametrize("text", [EASY, FACIL, DURA, f"{FACIL} {DURA}", "La policía puede pedirlo otra vez."])
def test_spanish_is_measured_as_a_second_library_does(text) -> None:
    textstat.set_lang("es")
    counted = [reading_grade.WORD.findall(each) for each in SENTENCE.split(text)]
    assert measure(counted, "es") == pytest.approx(textstat.fernandez_huerta(text), abs=0.01)


@pytest.mark.parametrize(("hard", "easy", "language"), [(HARD, EASY, "en"), (DURA, FACIL, "es")])
def test_easy_sentences_hide_no_hard_one(hard, easy, language) -> None:
    mixed = read(" ".join([easy] * 20 + [hard]), language)
    assert not reading_grade.is_too_hard(mixed.measure, language)
    assert mixed.too_hard
    assert mixed.sentence == hard


@pytest.mark.parametrize(
    "trick",
    [
        HARD.title(), HARD.upper(), HARD.replace(" ", " . "), HARD.replace(" ", "\n"), HARD + " . . . . . . . . . .",
        "\u200b".join(HARD), HARD.replace("e", "é"), "Eligibility determination. Notwithstanding verification.",
        "Eligibility Determination Inadmissible.", "We Notwithstanding Eligibility Determination Inadmissible.",
        "The Eligibility, the Determination, the Verification, the Admissibility and the Notwithstanding.",
    ],
)  # fmt: skip
def test_no_trick_of_signs_capitals_or_splitting_makes_it_easy(trick) -> None:
    assert read(trick, "en").too_hard


def test_citations_numbers_and_names_do_not_count() -> None:
    plain = read("You worked for it in it. It is in it.", "en")
    cited = read("You worked for Antoniadou-Papadimitriou in Albuquerque. It is in 8 U.S.C. 1367(a)(1).", "en")
    assert cited.measure == pytest.approx(plain.measure)
    for cite in ("22 USC 7102(11)", "28 CFR 1100.35", "section 1595", "26 November 2028", "CP-4F7K-9Q2"):
        assert not read(f"This is told in {cite} for you.", "en").too_hard, cite
    assert not read("Trabajó para Antoniadou en Albuquerque. Lo dice la sección 1595.", "es").too_hard


def test_a_word_written_small_elsewhere_is_no_name() -> None:
    assert syllables("eligibility", "en") > 4
    small = read("We looked at your Eligibility. Your eligibility was not shown.", "en")
    assert "eligibility" in {word.lower() for word in small.words}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FACIL, "en"), (EASY, "es"), ("You may stay. No puede quedarse porque la ley no lo permite.", "en"),
        ("Puede quedarse. You did not ask the police for it.", "es"), ("Вы можете остаться здесь.", "en"),
        ("Yоu left.", "en"),  # noqa: RUF001 - one letter of another script
    ],
)  # fmt: skip
def test_another_language_or_script_is_told(text, language) -> None:
    assert read(text, language).foreign


def test_names_of_places_make_no_text_foreign() -> None:
    assert not read("You lived at La Casa de los Santos in Las Cruces with her.", "en").foreign
    assert not read("Vivió en The Home of Hope con su hermana.", "es").foreign


def test_nothing_written_is_not_hard() -> None:
    assert not read("", "en").too_hard
    assert not read(" . ", "es").too_hard
