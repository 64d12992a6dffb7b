"""The demonstration's suspects: invented once, in cases where a module has them, nobody without a basis in words."""

from manumit.modules.suspects.actions.load_sample import MOST, count_sample, load_sample
from manumit.modules.suspects.models import Suspect
from manumit.spine.access import kinds
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData


def test_they_are_invented_once_and_never_more_than_wanted(bob):
    for offer in registry.providers(SampleData):
        if offer.load is not load_sample:
            offer.load([bob], 3)
    wanted = 7 if any(kind.name == "case" for kind in kinds.all_kinds()) else 0
    assert load_sample([bob], 7) == wanted
    assert load_sample([bob], 7) == 0
    assert count_sample() == wanted <= MOST
    assert {row.origin for row in Suspect.objects.page(bob).rows} <= {"sample"}
