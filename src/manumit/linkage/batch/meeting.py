"""The relations in which pairs of records meet the values they have, and what is said of each pair of values.

A pair of values is one number `k` (see `weighing.SHIFT`). `chunk (a, b, k_F...)` has the pairs that are being scored,
perhaps the same one for several reasons; `says_F` what feature F says: (k, level, rarity, weight) where records have
one value, (a, b, level, rarity, weight) where they may have several and the heaviest pair of values counts.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from manumit.linkage.batch.engine import Engine
from manumit.linkage.batch.weighing import NO_PAIR, SHIFT, Weigher
from manumit.linkage.batch.wide import FLAT_NAME, LETTERS, LISTED
from manumit.linkage.compare.names import ALONE, CROSSINGS
from manumit.linkage.comparison import MISSING
from manumit.linkage.pairing import PARTS


def chunk(engine: Engine, pairs: str, flat: Sequence[str], *carried: str) -> None:
    """Make `chunk` of a query of pairs (a, b), with those of its columns that are `carried` along."""
    plain = [f"{pair_of(f'x.{name}', f'y.{name}')} AS k_{name}" for name in flat if name != FLAT_NAME]
    also = [f"p.{each}" for each in carried]
    both = "".join(f", {each}" for each in [*also, *plain, *([_NAME_PAIRS] if FLAT_NAME in flat else [])])
    engine.run(
        f"CREATE OR REPLACE TABLE chunk AS SELECT p.a, p.b{both} FROM {pairs} p "
        f"JOIN wide x ON x.record = p.a JOIN wide y ON y.record = p.b"
    )


def pair_of(one: str, other: str) -> str:
    """Return the expression of the number of a pair of codes, whichever comes first; -1 where one is missing."""
    number = f"CAST(least({one}, {other}) AS BIGINT) * {SHIFT} + greatest({one}, {other})"
    return f"CASE WHEN {one} < 0 OR {other} < 0 THEN -1 ELSE {number} END"


def compare(weigher: Weigher, name: str, says: str, *, relation: str, column: str) -> None:
    """Compare the distinct pairs of values in a column, and make `says` of them."""
    engine = weigher.collection.engine
    found = engine.arrays(f"SELECT DISTINCT {column} AS k FROM {relation} WHERE {column} >= 0")
    engine.table(says, weigher.compared(name, found["k"]))


def meet(engine: Engine, weigher: Weigher, name: str) -> None:
    """Let all values of a feature meet, and keep what the heaviest pair of values says."""
    engine.run(
        f"CREATE OR REPLACE TABLE met AS SELECT p.a, p.b, {pair_of('x.code', 'y.code')} AS k FROM chunk p "
        f"JOIN entry_{name} x ON x.record = p.a JOIN entry_{name} y ON y.record = p.b"
    )
    compare(weigher, name, "said", relation="met", column="k")
    chosen = ", ".join(f"{engine.chosen(f's.{each}', BEST)} AS {each}" for each in ("level", "rarity", "weight"))
    engine.run(
        f"CREATE OR REPLACE TABLE says_{name} AS SELECT m.a, m.b, {chosen} FROM met m "
        f"JOIN said s ON s.k = m.k WHERE s.level < {MISSING} GROUP BY m.a, m.b"
    )


BEST = "CAST(s.weight AS BIGINT) * 256 - s.level"
"""The order of what is said of one pair: by weight, and of equal weights the better level."""


def share(engine: Engine, weigher: Weigher, name: str) -> None:
    """Add up the rarity of the terms that two records share, and grade the sum."""
    rarity = weigher.rarities[name].astype(np.int64)
    engine.table("term", {"code": np.arange(len(rarity), dtype=np.int32), "rarity": rarity})
    having, pairs = f"(SELECT DISTINCT record FROM entry_{name})", "(SELECT DISTINCT a, b FROM chunk)"
    engine.run(
        f"CREATE OR REPLACE TABLE met AS SELECT p.a, p.b, CAST(coalesce(s.total, 0) AS BIGINT) AS total FROM {pairs} p "
        f"JOIN {having} x ON x.record = p.a JOIN {having} y ON y.record = p.b LEFT JOIN ("
        f"SELECT p.a, p.b, sum(t.rarity) AS total FROM {pairs} p JOIN entry_{name} x ON x.record = p.a "
        f"JOIN entry_{name} y ON y.record = p.b AND y.code = x.code JOIN term t ON t.code = x.code GROUP BY p.a, p.b"
        f") s ON s.a = p.a AND s.b = p.b"
    )
    engine.table("said", weigher.graded(name, engine.arrays("SELECT DISTINCT total FROM met")["total"]))
    engine.run(
        f"CREATE OR REPLACE TABLE says_{name} AS SELECT m.a, m.b, s.level, s.rarity, s.weight "
        f"FROM met m JOIN said s ON s.total = m.total"
    )


def names(engine: Engine, weigher: Weigher) -> None:
    """Let all names meet, straight and crossed, and keep what the heaviest pair of names says."""
    engine.run(f"CREATE OR REPLACE TABLE met AS {_NAMES_MET}")
    parts_of_names(engine, weigher, "met")
    engine.run(f"CREATE OR REPLACE TABLE said AS SELECT m.a, m.b, {named(weigher)} FROM met m {names_joined('m')}")
    chosen = ", ".join(f"{engine.chosen(f's.{each}', _HEAVIEST)} AS {each}" for each in _NAME_SAYS)
    engine.run(f"CREATE OR REPLACE TABLE says_name AS SELECT a, b, {chosen} FROM said s GROUP BY a, b")


def parts_of_names(engine: Engine, weigher: Weigher, relation: str) -> None:
    """Compare the distinct pairs of given names, of family names and of names that may have changed places."""
    for part in PARTS:
        compare(weigher, part, f"said_{part}", relation=relation, column=f"k_{part}")
    both = " UNION ".join(f"SELECT {k} AS k FROM {relation} WHERE {k} >= 0" for k in ("k_one", "k_two"))
    engine.table("said_crossed", weigher.crossed(engine.arrays(both)["k"]))


def names_joined(pairs: str) -> str:
    """Return the joins of pairs, called `pairs`, with what is said of their names."""
    joins = (("given", "g", "given"), ("family", "f", "family"), ("crossed", "one", "one"), ("crossed", "two", "two"))
    return " ".join(f"LEFT JOIN said_{says} {name} ON {name}.k = {pairs}.k_{key}" for says, name, key in joins)


_NAME_SAYS = (*PARTS, "given_rarity", "family_rarity", "weight")
_HEAVIEST = "CAST(s.weight AS BIGINT) * 1024 - s.given - s.family"


def _ordered(one: str, other: str) -> str:
    """Return the number of a given name (of x or y) and a family name, -1 unless the names may change places.

    `NO_PAIR` stands for two of which one is not known.
    """
    may = " OR ".join(_may_be_close(*pair) for pair in (("x.given", "y.family"), ("y.given", "x.family")))
    number = f"CAST({one} AS BIGINT) * {SHIFT} + {other}"
    return f"CASE WHEN {one} < 0 OR {other} < 0 THEN {NO_PAIR} WHEN {may} THEN {number} ELSE -1 END"


def _may_be_close(one: str, other: str) -> str:
    one, other = f"{one}_letters", f"{other}_letters"
    return f"bit_count(xor({one}, {other}) & {LETTERS}) <= 2 OR {one} & {other} >= {LISTED}"


_NAME_PAIRS = (
    f"{pair_of('x.given', 'y.given')} AS k_given, {pair_of('x.family', 'y.family')} AS k_family, "
    f"{_ordered('x.given', 'y.family')} AS k_one, {_ordered('y.given', 'x.family')} AS k_two"
)
_NAMES_MET = (
    f"SELECT p.a, p.b, {_NAME_PAIRS} FROM chunk p JOIN full_name x ON x.record = p.a JOIN full_name y ON y.record = p.b"
)
_STRAIGHT = "(coalesce(g.weight, 0) + coalesce(f.weight, 0))"


def named(weigher: Weigher) -> str:
    """Return, as columns, what is said of two names: levels, rarities and weight, straight or crossed."""
    return ", ".join(f"{expression} AS {name}" for name, expression in of_names(weigher).items())


def of_names(weigher: Weigher) -> dict[str, str]:
    """Return the expressions of what is said of two names, over the joins of `names_joined`."""
    level, family, rarity, weight = _crossing(weigher)
    straight = {part: f"coalesce({part[0]}.level, {MISSING})" for part in PARTS}
    straight |= {f"{part}_rarity": f"coalesce({part[0]}.rarity, 0)" for part in PARTS}
    crossed = {"given": level, "family": family, "given_rarity": rarity, "family_rarity": "0"}
    chosen = {
        name: f"CASE WHEN {weight} > {_STRAIGHT} THEN {crossed[name]} ELSE {straight[name]} END" for name in crossed
    }
    return {**chosen, "weight": f"greatest({_STRAIGHT}, coalesce({weight}, {_STRAIGHT}))"}


def _crossing(weigher: Weigher) -> tuple[str, str, str, str]:
    """Return the expressions of crossed names' levels, rarity and weight, null unless the parts changed places."""
    weights = {how: weigher.crossing(level) for how, level in CROSSINGS}
    given = _by_alike({how: str(level) for how, level in CROSSINGS})
    family = _by_alike({how: str(MISSING if level == ALONE else level) for how, level in CROSSINGS})
    common = "(one.rarity + two.rarity)"
    earned = {how: f"CAST(floor({share} * {common} / 1000.0) AS INTEGER)" for how, (_, share) in weights.items()}
    weighed = {how: f"{weight} + {earned[how]}" for how, (weight, _) in weights.items()}
    return given, family, _by_alike(earned), _by_alike(weighed)


def _by_alike(expressions: dict[int, str]) -> str:
    """Return the expression for each way in which names are crossed (see `CROSSINGS`)."""
    ways = " ".join(f"WHEN {how} THEN {expression}" for how, expression in expressions.items())
    return f"CASE one.alike * two.alike {ways} END"
