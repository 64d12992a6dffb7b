"""Clusters: no chain joins strangers, no judgement is overruled, no order of pairs matters."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.linkage.batch import cluster

SURE, DOUBT = 9_000, -4_000


def joined(count, pairs, least=3_000, apart=()):
    a, b, evidence = np.array([(x, y, w) for (x, y), w in pairs.items()] or np.zeros((0, 3)), np.int64).T
    return cluster(count, a, b, evidence, least=least, apart=apart).tolist()


def test_records_that_all_agree_are_one() -> None:
    pairs = dict.fromkeys(itertools.combinations(range(4), 2), SURE)
    assert joined(5, pairs) == [0, 0, 0, 0, 4]


def test_a_chain_of_links_is_no_cluster() -> None:
    chain = {(place, place + 1): SURE for place in range(9)}
    assert max(np.bincount(joined(10, chain))) <= 4


def test_without_a_link_there_is_no_cluster_however_near_all_are() -> None:
    near = dict.fromkeys(itertools.combinations(range(3), 2), 2_000)
    assert joined(3, near, least=3_000) == [0, 1, 2]
    weak = dict.fromkeys(itertools.combinations(range(3), 2), 1_900)
    assert joined(3, weak | {(0, 1): 3_000}, least=3_000) == [0, 0, 2]


def test_two_pairs_that_nearly_link_a_record_to_a_group_link_it_together() -> None:
    near = dict.fromkeys(itertools.combinations(range(3), 2), 2_000)
    assert joined(3, near | {(0, 1): 3_000}, least=3_000) == [0, 0, 0]
    assert joined(3, {(0, 1): 3_000, (0, 2): 2_900, (1, 2): -500}, least=3_000) == [0, 0, 2]


def test_one_strong_link_does_not_join_groups_that_disagree() -> None:
    inside = {pair: SURE for side in (range(3), range(3, 6)) for pair in itertools.combinations(side, 2)}
    between = {(x, y): DOUBT for x in range(3) for y in range(3, 6)} | {(2, 3): SURE}
    assert joined(6, inside | between) == [0, 0, 0, 3, 3, 3]


def test_what_people_judged_not_to_be_the_same_is_never_joined() -> None:
    pairs = dict.fromkeys(itertools.combinations(range(4), 2), SURE)
    labels = joined(4, pairs, apart=[(3, 0)])
    assert labels[0] != labels[3]
    assert joined(2, {(0, 1): SURE}, apart=[(0, 1)]) == [0, 1]


@st.composite
def graphs(draw):
    pairs = draw(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])))
    weights = {pair: draw(st.integers(-9_000, 12_000)) for pair in sorted(pairs)}
    apart = draw(st.sets(st.sampled_from(sorted(pairs)), max_size=3)) if pairs else set()
    return weights, apart


@settings(max_examples=40, deadline=None)
@given(graph=graphs(), shuffled=st.randoms(use_true_random=False), least=st.integers(0, 6_000))
def test_order_changes_nothing_and_judgements_hold(graph, shuffled, least) -> None:
    pairs, apart = graph
    listed = list(pairs.items())
    shuffled.shuffle(listed)
    labels = joined(10, pairs, least, apart)
    assert joined(10, dict(listed), least, apart) == labels
    assert all(labels[one] != labels[other] for one, other in apart)
    assert all(labels[label] == label <= place for place, label in enumerate(labels))
