"""Blocking: candidate pairs, the pairs of records that share the keys of some rule."""

from __future__ import annotations

from collections.abc import Sequence

from manumit.linkage.batch import keys
from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.rules import MOST, Rule, rules_of
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
        self._known = dict.fromkeys((_source(*each) for rule in self.rules for each in rule.keys), 0)
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
        named = [feature for feature in rule.features if feature in PARTS]
        plain = [feature for feature in rule.features if feature not in named]
        sources = (["name n"] if named else []) + [f"entry_{feature} e_{feature}" for feature in plain]
        begin = sources[0].split()[1]
        joins = [f"JOIN {source} ON {source.split()[1]}.record = {begin}.record" for source in sources[1:]]
        for feature, kind in rule.keys:
            code = f"n.{feature}" if feature in named else f"e_{feature}.code"
            joins.append(
                f"JOIN {self.prefix}_part_{'_'.join(_source(feature, kind))} k_{feature} ON k_{feature}.code = {code}"
            )
        joined = " ".join([sources[0], *joins])
        return (
            f"SELECT {begin}.record, {self.engine.hashed(*self._expressions(rule))} AS key "
            f"FROM {joined} WHERE {begin}.record >= {self._records}"
        )

    @staticmethod
    def _expressions(rule: Rule) -> list[str]:
        parts = [f"k_{feature}.part" for feature in rule.features]
        if rule.either_way:
            names = "k_given.part, k_family.part"
            return [f"least({names})", f"greatest({names})", *parts[2:]]
        return parts


def _source(feature: str, kind: str) -> tuple[str, str]:
    """Return whose dictionary a key is made of: given and family names have one."""
    return ("name" if feature in PARTS else feature), kind
