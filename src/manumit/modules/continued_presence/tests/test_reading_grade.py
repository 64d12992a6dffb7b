"""Everything a victim reads is at grade 8 or below, by a library's measure in each language, whoever wrote it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, override

from manumit.modules.continued_presence import letters
from manumit.modules.continued_presence.actions.write_message import write_message
from manumit.modules.continued_presence.choices import Stage
from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.papers import BY_NAME, _letter
from manumit.modules.continued_presence.plain_words import JUDGED, LETTERS, demand_plain
from manumit.modules.continued_presence.tests.people import WAY, go
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.values.reading_grade import is_too_hard, read

FACTS = {"why": "", "number": "CP-4F7K-9Q2"}
UNTIL = {"en": "26 November 2028", "es": "26 de noviembre de 2028"}
HARD = "Notwithstanding the aforementioned determination, continued eligibility is contingent upon verification."
DURA = "La determinación anteriormente mencionada condiciona la admisibilidad a verificaciones administrativas."
DENY = {"words": "We did not learn what you saw.", "ground": "no_witness", "from_trafficker": False}


def told(letter: str, language: str) -> str:
    """Return a letter as it is read, without what its writer adds."""
    with override(language):
        facts = {**FACTS, "until": UNTIL[language], "answer_by": UNTIL[language]}
        return "\n".join([f"{letters.title(letter)}.", *letters.paragraphs(letter, facts)])


@pytest.mark.parametrize("letter", letters.LETTERS)
def test_a_letter_is_at_grade_eight_or_below(letter) -> None:
    for language in letters.LANGUAGES:
        found = read(told(letter, language), language)
        assert not found.too_hard, found
        assert not found.foreign


@pytest.mark.parametrize("letter", letters.LETTERS)
def test_no_paragraph_of_a_letter_is_above_it(letter) -> None:
    for language in letters.LANGUAGES:
        parts = [part for part in told(letter, language).split("\n")[1:] if len(part.split()) > 4]
        assert [part for part in parts if is_too_hard(read(part, language).measure, language)] == []


def test_where_a_request_stands_is_told_in_plain_words() -> None:
    """What a representative reads out from the screen: its heading and the stage under it."""
    for language in letters.LANGUAGES:
        with override(language):
            text = "\n".join(f"{gettext('Where it stands')}: {stage.label}." for stage in Stage)
        assert not is_too_hard(read(text, language).measure, language)


def test_every_letter_with_a_reason_is_judged_in_both_languages() -> None:
    assert {"deny", "refuse_extension", "propose_revocation", "revoke"} == LETTERS
    assert {"ask_at_intake", "ask_in_vetting"} == JUDGED - LETTERS
    for step in LETTERS:
        for words, spanish, field in ((HARD, "", "words"), ("It is so.", DURA, "words_es")):
            with pytest.raises(ValidationError) as refused:
                demand_plain(step, words, spanish)
            assert list(refused.value.message_dict) == [field]
    demand_plain("withdraw", HARD)


def test_a_refusal_names_the_hardest_sentence_and_words() -> None:
    with pytest.raises(ValidationError) as refused:
        demand_plain("deny", f"You may ask again. {HARD}")
    [said] = refused.value.message_dict["words"]
    assert HARD in said
    assert "eligibility" in said
    assert "grade" in said
    assert "You may ask again" not in said


@pytest.fixture
def deciding(cast, complete, monkeypatch) -> PresenceRequest:
    """A request that waits for its decision."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    for who, step in WAY[:6]:
        go(cast[who], complete, step)
    return complete


@pytest.mark.django_db
def test_what_is_hard_is_refused_by_action_and_page_before_the_pause_and_the_grade_is_shown(cast, deciding) -> None:
    for more in (
        {"words": HARD},
        {"words_es": DURA},
        {"words": "No es lo que la ley pide."},
        {"words_es": DENY["words"]},
    ):
        with pytest.raises(ValidationError):
            go(cast["decider"], deciding, "deny", **{**DENY, **more})
    decider, here = browser_of(cast["decider"]), f"/presence/{deciding.number}/"
    said = {**DENY, "from_trafficker": "no", "rests_on": "answer.witness", "version": deciding.version}
    page = decider.post(f"{here}move/deny/", {**said, "words": HARD})
    assert page.status_code == 422
    assert "The hardest sentence" in page.text
    pause = decider.post(f"{here}move/deny/", {**said, "words_es": "No supimos lo que vio."}).text
    assert "Reads at grade" in pause
    assert "Reads with an ease of" in pause
    assert decider.post(f"{here}move/deny/", {**said, "confirmed": "yes"}).status_code == 302
    assert "Reads at grade" in decider.get(f"{here}thread/").text


@pytest.mark.django_db
def test_questions_are_plain_too(cast, complete) -> None:
    for who, step in WAY[:5]:
        go(cast[who], complete, step)
    with pytest.raises(ValidationError):
        go(cast["reviewer"], complete, "ask_in_vetting", words=HARD)
    go(cast["reviewer"], complete, "ask_in_vetting", words="Which house was it?")
    with pytest.raises(ValidationError):
        write_message(cast["reviewer"], complete, HARD)


@pytest.mark.django_db
def test_the_spanish_part_gives_the_spanish_words_or_says_that_there_are_none(cast, deciding) -> None:
    go(cast["decider"], deciding, "deny", **DENY)
    english, spanish = _letter(cast["decider"], deciding, BY_NAME["denial"])
    assert DENY["words"] in english["paragraphs"]
    assert DENY["words"] not in spanish["paragraphs"]
    assert any("solo en inglés" in each for each in spanish["paragraphs"])
    go(cast["detective"], deciding, "ask_again")
    for who, step in WAY[:6]:
        go(cast[who], deciding, step)
    go(cast["decider"], deciding, "deny", **DENY, words_es="No supimos lo que vio.")
    _english, spanish = _letter(cast["decider"], deciding, BY_NAME["denial"])
    assert "No supimos lo que vio." in spanish["paragraphs"]
    assert not any("solo en inglés" in each for each in spanish["paragraphs"])
