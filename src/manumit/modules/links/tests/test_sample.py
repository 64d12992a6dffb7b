"""The demonstration has candidates, one judged and held to be one, and a watch; loaded again nothing is added."""

import pytest

from manumit.modules.links.actions.load_sample import load_sample
from manumit.modules.links.models import Candidate, IdentityJoin, Judgement, StandingWatch

from .conftest import NUMBER, titled

pytestmark = pytest.mark.django_db


def test_it_raises_judges_joins_and_watches_once(alice, charlie) -> None:
    for place in range(4):
        titled((alice, charlie)[place % 2], NUMBER)
    Candidate.unscoped.all().delete()
    actors = [alice, charlie]
    assert load_sample(actors, 10_000) == 0, "a world for benchmarks"
    assert load_sample([], 100) == 0
    assert load_sample(actors, 100) == Candidate.unscoped.count() > 0
    judged = Judgement.unscoped.get()
    assert (judged.verdict, IdentityJoin.unscoped.get().record_key) == ("yes", judged.record_key)
    assert StandingWatch.unscoped.get().person_id == judged.by_id
    assert load_sample(actors, 100) == 0
