"""The sample holds each promise of the two documents of 2024, published, with what came of it."""

from manumit.modules.action_plan.actions.load_sample import count_sample, load_sample
from manumit.modules.action_plan.models import PublicCommitment


def test_they_are_loaded_once_and_published(sia, cora) -> None:
    assert load_sample([cora, sia], 1) == 31
    assert load_sample([cora, sia], 1) == 0
    assert count_sample() == PublicCommitment.objects.count() == 31


def test_a_count_is_computed_from_evidence(sia) -> None:
    load_sample([sia], 1)
    awards = PublicCommitment.objects.get(title__startswith="Award ten")
    assert (awards.told["target"], awards.told["actual"]) == (10, 12)


def test_nobody_but_the_secretariat_loads_them(cora) -> None:
    assert load_sample([cora], 1) == 0
