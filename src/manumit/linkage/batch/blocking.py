"""Blocking: candidate pairs, the pairs of records that share the keys of some rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from manumit.linkage.batch import keys
from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.rules import MOST, Rule, rules_of
from manumit.linkage.batch.wide import FLAT_NAME, widened
from manumit.linkage.comparison import rows
from manumit.linkage.pairing import PARTS

PAIR = "pair"


class Blocking:
    """The keys of a collection's records under each rule, kept so that later records meet the earlier ones.

    Relations in the engine: `P_part_F_K (code, part)` for feature F (or `name`) and kind of key K; `P_N (record, key)`
    for rule N, P being `prefix`; and the candidates `pair (a, b)`, a < b.
    """

    def __init__(
        self, collection: Collection, rules: Sequence[Rule] = (), most: int = MOST, *, prefix: str = "shared"
    ) -> None:
        """Begin with no record's keys. `most` is how many records may share a key before it is passed over."""
        self.prefix = prefix
        self.collection, self.engine, self.most = collection, collection.engine, most
        self.rules = tuple(rules) or rules_of(collection.profile)
        made = [each for rule in self.rules for each in rule.keys if each[1] != keys.ITSELF]
        self._known = dict.fromkeys((_source(*each) for each in made), 0)
        self._records = 0

    def extend(self) -> None:
        """Make the keys of records added since the last time."""
        for source, kind in self._known:
            self._make_parts(source, kind)
        for place, rule in enumerate(self.rules):
            self._make_keys(place, rule)
        self._records = len(self.collection)

    def pairs(self, since: int = 0, until: int | None = None) -> None:
        """Write candidates into `pair`: the later record numbered `since` or more, the earlier below `until`."""
        self.engine.run(f"CREATE OR REPLACE TABLE {PAIR} (a INTEGER, b INTEGER)")
        for place in range(len(self.rules)):
            self.engine.run(f"INSERT INTO {PAIR} {self.meeting(place, since, until)}")
        self.engine.run(f"CREATE OR REPLACE TABLE {PAIR} AS SELECT DISTINCT a, b FROM {PAIR}")

    def meeting(self, place: int, since: int = 0, until: int | None = None) -> str:
        """Return the query of the pairs (a, b) that meet under the rule at `place`; see `pairs`."""
        shared = f"{self.prefix}_{place}"
        wanted = f"JOIN (SELECT DISTINCT key FROM {shared} WHERE record >= {since}) w USING (key)" if since else ""
        most = min(self.most, self.rules[place].most or self.most)
        few = f"SELECT key FROM {shared} {wanted} GROUP BY key HAVING count(*) BETWEEN 2 AND {most}"
        early = "" if until is None else f"AND x.record < {until}"
        return (
            f"WITH few AS ({few}), kept AS (SELECT s.* FROM {shared} s JOIN few USING (key)) "
            f"SELECT x.record AS a, y.record AS b FROM kept x JOIN kept y ON x.key = y.key AND x.record < y.record "
            f"WHERE y.record >= {since} {early}"
        )

    def _make_parts(self, source: str, kind: str) -> None:
        columns = (self.collection.names if source == "name" else self.collection.values[source]).columns()
        known = self._known[source, kind]
        if rows(columns) > known or not known:
            fresh = {name: column[known:] for name, column in columns.items()}
            self.engine.append(f"{self.prefix}_part_{source}_{kind}", keys.made(kind, fresh, known))
            self._known[source, kind] = rows(columns)

    def _make_keys(self, place: int, rule: Rule) -> None:
        shared = f"{self.prefix}_{place}"
        self.engine.run(f"CREATE TABLE IF NOT EXISTS {shared} (record INTEGER, key UBIGINT)")
        self.engine.run(f"INSERT INTO {shared} {self._of_rule(rule)}")

    def _of_rule(self, rule: Rule) -> str:
        """Return the query of (record, key) under a rule, for records whose keys are not made yet."""
        wide = widened(self.collection)
        columns = {feature: _column(feature, wide) for feature in rule.features}
        sources = list(dict.fromkeys(source for source, _ in columns.values()))
        begin = sources[0].split()[1]
        joins = [f"JOIN {source} ON {source.split()[1]}.record = {begin}.record" for source in sources[1:]]
        for feature, kind in rule.keys:
            if kind != keys.ITSELF:
                part = f"{self.prefix}_part_{'_'.join(_source(feature, kind))}"
                joins.append(f"JOIN {part} k_{feature} ON k_{feature}.code = {columns[feature][1]}")
        known = " AND ".join([f"{begin}.record >= {self._records}", *(f"{code} >= 0" for _, code in columns.values())])
        return (
            f"SELECT {begin}.record, {self.engine.hashed(*_parts(rule, columns))} AS key "
            f"FROM {' '.join([sources[0], *joins])} WHERE {known}"
        )


def _column(feature: str, wide: Sequence[str]) -> tuple[str, str]:
    """Return the relation that has a feature's codes, with its short name, and the column."""
    if (FLAT_NAME if feature in PARTS else feature) in wide:
        return "wide w", f"w.{feature}"
    return ("name n", f"n.{feature}") if feature in PARTS else (f"entry_{feature} e_{feature}", f"e_{feature}.code")


def _parts(rule: Rule, columns: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return the expressions that a rule's key is made of."""
    own = {feature: f"CAST({columns[feature][1]} AS BIGINT)" for feature, kind in rule.keys if kind == keys.ITSELF}
    parts = [own.get(feature, f"k_{feature}.part") for feature in rule.features]
    if rule.either_way:
        names = ", ".join(parts[:2])
        return [f"least({names})", f"greatest({names})", *parts[2:]]
    return parts


def _source(feature: str, kind: str) -> tuple[str, str]:
    """Return whose dictionary a key is made of: given and family names have one."""
    return ("name" if feature in PARTS else feature), kind
