"""The demonstration's tips: as many as asked, once, and nobody in them is a suspect."""

from dataclasses import replace

from manumit.modules.tips.actions.load_sample import MOST, count_sample, load_sample
from manumit.modules.tips.models import Tip, TipDesk


def test_it_invents_tips_and_desks_once(alice, charlie, wrapping_key):
    actors = [replace(each, roles=frozenset({"supervisor", "investigator"})) for each in (alice, charlie)]
    assert load_sample(actors, 9) == 9
    assert load_sample(actors, 9) == 0
    assert load_sample(actors, 2_000) == MOST - 9
    assert count_sample() == MOST
    assert TipDesk.objects.filter(general=True).count() == 1
    assert {"received", "pending", "spam"} <= set(Tip.unscoped.values_list("state", flat=True))
    assert load_sample([replace(alice, agency_kind="service_provider")], 2_000) == 0
