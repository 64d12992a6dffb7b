"""The tables of rules hold what they say: each form finds its own example."""

import pytest

from manumit.modules.action_plan.reading.chains import links
from manumit.modules.action_plan.reading.groups import groups, opening
from manumit.modules.action_plan.reading.rules import table
from manumit.modules.action_plan.reading.words import words_of


@pytest.mark.parametrize("row", table("forms"), ids=lambda row: row["form"])
def test_a_form_finds_its_example(row) -> None:
    words = words_of(row["example"], 0, len(row["example"]))
    found = [opening(words)] if row["form"].startswith("item") else groups(words)
    assert row["form"] in [group.form.name for group in found if group]


def test_every_row_says_what_it_is_for() -> None:
    assert all(row["why"] and row["matches"] for row in table("forms"))
    assert all(row["meaning"] for name in ("nouns", "words") for row in table(name))
    assert all(row["source"] for row in table("pillars"))


def test_a_verb_is_there_once() -> None:
    verbs = [row["verb"] for row in table("verbs")]
    assert sorted(set(verbs)) == verbs


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("will announce and implement the project", [["announce", "implement"]]),
        ("will release materials and launch a committee", [["release"], ["launch"]]),
        ("will publish a framework to stop trafficking, reduce its harm, and prevent its return", [["publish"]]),
        ("will support survivors and develop a guide", [["support"], ["develop"]]),
        ("will fund research and support services", [["fund"]]),
    ],
)
def test_purposes_are_no_deeds_and_nouns_are_no_verbs(text: str, verbs) -> None:
    words = words_of(text, 0, len(text))
    chain = links(words, groups(words)[0], len(words))
    assert [[verb.lemma for verb in link.verbs] for link in chain] == verbs
