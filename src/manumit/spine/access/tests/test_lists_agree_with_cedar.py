"""Lists and single decisions are the same rule: compiled SQL against cedarpy on random policies and worlds.

Run with `-s` to see how many decisions were compared.
"""

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from manumit.spine.access import compiler, decide_many, kinds, pages
from manumit.spine.access.compiler import conditions, sql
from manumit.spine.access.models import Release
from manumit.spine.identity.models import Agency

from . import papers
from .papers import Paper
from .random_policies import ACTIONS, NOW, clear_world, make_actor, make_world, policy_texts

DECISIONS = 100_000
EXAMPLES, PAPERS, ACTORS = 50, 135, 3
SOME = 40
FEW = (2, 12, 40, PAPERS)
"""How many keys are few: of what is seen, less, as much, and more."""
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def compare(kind, chance: Random, agencies: list[int]) -> tuple[int, list[str]]:
    """Return how many decisions were compared, and each disagreement."""
    clear_world()
    world = make_world(chance, agencies, PAPERS)
    disagreements = []
    for _ in range(ACTORS):
        actor = make_actor(chance, agencies)
        decided = iter(decide_many(actor, [(action, paper) for action in ACTIONS for paper in world], NOW))
        allowed = {action: {paper.pk for paper in world if next(decided).allowed} for action in ACTIONS}
        for action in ACTIONS:
            listed = set(Paper.objects.visible_to(actor, action, NOW).values_list("pk", flat=True))
            paged = {row.pk for row in Paper.objects.page(actor, action, limit=PAPERS, at=NOW).rows}
            pageable = allowed[action] & allowed["read_summary"]  # a page's order reads the summary
            few = {most: Paper.objects.few_keys(actor, action, most=most, at=NOW) for most in FEW}
            counted = {most: None if len(allowed[action]) > most else allowed[action] for most in FEW}
            if {most: None if found is None else set(found) for most, found in few.items()} != counted:
                disagreements.append(f"{actor} {action}: {few}, not {counted}")
            some = chance.sample([paper.pk for paper in world], SOME)
            among = set(Paper.objects.keys_among(actor, action, some, at=NOW))
            if among != allowed[action] & set(some):
                disagreements.append(f"{actor} {action}: {among} of {some}")
            if listed != allowed[action] or paged != pageable:
                disagreements.append(f"{actor} {action}: {sorted(listed ^ allowed[action] | paged ^ pageable)}")
    return ACTORS * len(ACTIONS) * PAPERS, disagreements


def test_compiled_lists_agree_with_cedar(paper_tables, db, tmp_path) -> None:
    agencies = [Agency.objects.create(name=f"{n}", short_name=f"{n}", kind="tribal").pk for n in range(3)]
    compared = 0

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=SLOW, phases=[Phase.generate])
    @given(text=policy_texts(), seed=st.integers(0, 2**32))
    def run(text: str, seed: int) -> None:
        nonlocal compared
        path = tmp_path / f"{compared}.cedar"
        path.write_text(text, encoding="utf-8")
        kinds.forget("paper")
        count, disagreements = compare(kinds.register(papers.kind(path)), Random(seed), agencies)
        compared += count
        assert not disagreements, f"{text}\n" + "\n".join(disagreements)

    try:
        run()
    finally:
        kinds.forget("paper")
    print(f"\n{compared} decisions compared")  # noqa: T201 - the run tells how much it compared
    assert compared >= DECISIONS


@pytest.mark.parametrize("fault", ["a forbid dropped", "NULL let through", "expiry ignored"])
def test_the_comparison_notices_a_fault(paper, agencies, monkeypatch, fault) -> None:
    if fault == "a forbid dropped":
        monkeypatch.setattr("manumit.spine.access.compiler.negate", lambda condition: True)
    elif fault == "NULL let through":
        monkeypatch.setattr(kinds.Kind, "nullable", ())
    else:
        monkeypatch.setattr(sql, "LIVE_RELEASES", sql.LIVE_RELEASES.replace("expires_at > %s", "%s IS NOT NULL"))
    _forget_conditions()
    chance = Random(7)
    found = [compare(paper, chance, [agency.pk for agency in agencies])[1] for _ in range(4)]
    _forget_conditions()
    assert any(found)


def _forget_conditions() -> None:
    """Let conditions be worked out anew: those kept from before a fault was made know nothing of it, nor it of them."""
    compiler.branches.cache_clear()
    pages.scopes_of.cache_clear()


def test_a_release_at_its_very_expiry_is_over(paper, agencies, charlie) -> None:
    record = Paper.objects.create(number="P", owner=agencies[0], opened_at=NOW)
    facts = {"kind": "paper", "groups": ["summary"], "purposes": ["investigation"], "expires_at": NOW}
    release = Release.objects.create(record_id=record.pk, agency=agencies[1], authority="letter", **facts)
    for moment, expected in ((NOW.replace(year=2025), True), (NOW, False)):
        assert release.live(moment) is expected
        assert Paper.objects.visible_to(charlie, at=moment).exists() is expected
        assert decide_many(charlie, [("read_summary", record)], moment)[0].allowed is expected


def test_conditions_fold_what_is_known() -> None:
    leaf = conditions.Compare("weight", "<", 3)
    assert conditions.both(True, leaf) == conditions.either(False, leaf) == leaf
    assert conditions.both(False, leaf) is False
    assert conditions.either(True, leaf) is True
    assert conditions.negate(conditions.negate(leaf)) == leaf
