"""What people type is read as they mean it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.spine.search import BadSearch, Word, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("  truck ", (Word("truck"),)),
        ('red "blue hat" -ford', (Word("red"), Word("blue hat", phrase=True), Word("ford", excluded=True))),
        ("tall*", (Word("tall", prefix=True),)),
        ('-"blue hat" x', (Word("blue hat", phrase=True, excluded=True), Word("x"))),
        ("- * \" ' ", ()),
        ('unclosed "quote', (Word("unclosed"), Word("quote"))),
    ],
)
def test_words(text, words):
    assert read(text) == words


@pytest.mark.parametrize("text", ["-ford", "a b c d e f g h i", "ab*"])
def test_what_cannot_be_searched(text):
    with pytest.raises(BadSearch):
        read(text)


@given(st.text(max_size=60))
def test_any_text_is_words_or_a_clear_refusal(text):
    with suppress(BadSearch):
        assert all(any(each.isalnum() for each in word.text) for word in read(text))
