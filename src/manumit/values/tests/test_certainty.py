"""A fact keeps who said it, when and how sure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.certainty import Certainty, Provenance
from manumit.values.partial_date import PartialDate

provenances = st.builds(
    Provenance,
    st.text(min_size=1).filter(str.strip),
    st.builds(PartialDate.day, st.dates()) | st.just(PartialDate.unknown()),
    st.sampled_from(Certainty),
)


@given(provenances)
def test_stored_and_read_back(provenance: Provenance) -> None:
    assert Provenance.from_json(provenance.as_json()) == provenance


def test_a_fact_nobody_said_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a source"):
        Provenance(" ", PartialDate.unknown(), Certainty.EXACT)


def test_only_what_was_certainly_said_later_supersedes() -> None:
    first = Provenance("NamUs", PartialDate.day(date(2025, 6, 8)), Certainty.EXACT)
    later = Provenance("Deputy", PartialDate.day(date(2025, 6, 9)), Certainty.ESTIMATED)
    undated = Provenance("Caller", PartialDate.unknown(), Certainty.UNKNOWN)
    assert later.supersedes(first)
    assert not first.supersedes(later)
    assert not undated.supersedes(first)
