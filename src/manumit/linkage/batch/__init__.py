"""Batch linkage: all records with all, on relations of an engine (DuckDB here), with the weights of the library.

A relation is read once a distinct value (`Collection`), candidates share the keys of a rule (`Blocking`), each distinct
pair of values is compared once and its weight joined back (`Scorer`), training counts patterns of levels (`learn`), and
clusters hold together on average (`cluster`). Memory is bounded by the engine's limit and the size of a chunk.
"""

from manumit.linkage.batch.blocking import Blocking
from manumit.linkage.batch.cells import Problem
from manumit.linkage.batch.clustering import cluster
from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import DuckDB, Engine
from manumit.linkage.batch.layout import Layout
from manumit.linkage.batch.learning import learn
from manumit.linkage.batch.rules import Rule, Rules, rule
from manumit.linkage.batch.runs import Catalogue, Found, compared, deduplicate, link, odds
from manumit.linkage.batch.scoring import Scorer

__all__ = [
    "Blocking",
    "Catalogue",
    "Collection",
    "DuckDB",
    "Engine",
    "Found",
    "Layout",
    "Problem",
    "Rule",
    "Rules",
    "Scorer",
    "cluster",
    "compared",
    "deduplicate",
    "learn",
    "link",
    "odds",
    "rule",
]
