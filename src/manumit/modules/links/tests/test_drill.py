"""The drill in small: no answer names or is changed by what is hidden. Its times are for `manumit drill links`."""

import pytest

from manumit.modules.links.proofs import drill as drilling
from manumit.spine.matching.sight import FEW
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData

from .conftest import notes, titled

pytestmark = pytest.mark.django_db


def invent(actors, wanted) -> int:
    """Notes with numbers of their own, as many of each agency."""
    there = notes.Note.unscoped.count()
    for place in range(there, max(wanted, there)):
        titled(actors[place % len(actors)], f"505-555-{place:04}")
    return max(wanted - there, 0)


@pytest.mark.parametrize("few", [FEW, 0])
def test_no_answer_tells_of_the_hidden(monkeypatch, few) -> None:
    known = registry.providers
    offers = (SampleData("Notes", invent, notes.Note.unscoped.count),)
    monkeypatch.setattr(registry, "providers", lambda of: offers if of is SampleData else known(of))
    monkeypatch.setattr(drilling, "PROVED_EVERY", 2)
    found = drilling.drill(20, records=12, few=few)
    assert (found.leaks, found.differing, found.proved) == (0, 0, 20)
    assert not notes.Note.unscoped.exists()
