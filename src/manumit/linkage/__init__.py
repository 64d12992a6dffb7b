"""Linkage: a record-linkage library of its own, without Django: compare, weigh, score, explain, train, index.

Two records are compared feature by feature; each feature has a level, each level a weight, weights add up to a score
that is explained step by step. The same code serves one pair, a batch of pairs and the online index, so all three give
the same score. Begin with `docs/linkage.md`. Others may import the names below, and the comparisons.
"""

from manumit.linkage.comparison import MISSING, BadValue, Columns, Comparison, Level, rows, take
from manumit.linkage.frequencies import Frequencies, measured
from manumit.linkage.index.container import Damaged
from manumit.linkage.index.finding import Hit
from manumit.linkage.index.index import Index
from manumit.linkage.model import BadModel, Chance, Model
from manumit.linkage.pairing import Pairs, pair_levels
from manumit.linkage.profile import Feature, Profile
from manumit.linkage.profiles import BEHAVIOUR, CONTACT, PERSON, PROFILES, REMAINS, SUSPECT, VEHICLE
from manumit.linkage.reading import Record, read
from manumit.linkage.scoring import Evidence, Score, score, scores
from manumit.linkage.table import Column, Names, Table, encode
from manumit.linkage.training import Patterns, improve, train

__all__ = [
    "BEHAVIOUR",
    "CONTACT",
    "MISSING",
    "PERSON",
    "PROFILES",
    "REMAINS",
    "SUSPECT",
    "VEHICLE",
    "BadModel",
    "BadValue",
    "Chance",
    "Column",
    "Columns",
    "Comparison",
    "Damaged",
    "Evidence",
    "Feature",
    "Frequencies",
    "Hit",
    "Index",
    "Level",
    "Model",
    "Names",
    "Pairs",
    "Patterns",
    "Profile",
    "Record",
    "Score",
    "Table",
    "encode",
    "improve",
    "measured",
    "pair_levels",
    "read",
    "rows",
    "score",
    "scores",
    "take",
    "train",
]
