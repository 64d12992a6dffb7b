"""The rules are for the language of commitments, not for two texts: documents of other kinds, made up for this."""

from pathlib import Path

import pytest

from manumit.modules.action_plan.reading import open_document, propose

from .measuring import compare, truth

TEXTS = Path(__file__).with_name("texts")
NAMES = sorted(path.stem for path in TEXTS.glob("*.csv"))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_another_kind_is_read_as_well(name: str) -> None:
    document = open_document(next(path for path in TEXTS.glob(f"{name}.*") if path.suffix != ".csv"))
    measure = compare(truth(TEXTS / f"{name}.csv", name), propose(document))
    assert measure.recall >= 0.9, [(row["opening"], row["verb"]) for row in measure.missed]
    assert measure.precision >= 0.9, [(each.verb, each.sentence) for each in measure.extra]
    assert measure.rightly_placed >= 0.95, [(row["opening"], match.agencies) for row, match in measure.wrong]
