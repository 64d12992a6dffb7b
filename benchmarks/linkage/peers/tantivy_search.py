"""tantivy: names within one edit, birth, phone and place as terms; the best 100 by its own score, scored again."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.linkage import table
from benchmarks.linkage.answers import ask_all
from benchmarks.linkage.table import Row
from benchmarks.linkage.worlds.world import World

from . import rescoring

TERMS = ("first", "last", "dob", "phone", "city")
HITS = 100


def measure(place: Path, queries: int) -> dict[str, Any]:
    """Ask `queries` queries of the world in `place` one by one; see `ask_all` for the figures."""
    world = World.read(place)
    with tempfile.TemporaryDirectory(prefix="manumit-tantivy-") as folder:
        peer = Tantivy(place, Path(folder))
        return ask_all(peer.ask, table.rows(place / "queries.parquet", queries), world.top)


class Tantivy:
    """The peer: an index of the catalogue on disk, and the rows themselves in memory for scoring again."""

    def __init__(self, place: Path, folder: Path) -> None:
        """Index the catalogue of the world in `place`, into `folder`."""
        import tantivy

        self.tantivy = tantivy
        self.schema = self._schema()
        self.index = tantivy.Index(self.schema, str(folder))
        self.catalogue = table.rows(place / "catalogue.parquet")
        self._fill()
        self.searcher = self.index.searcher()

    def _schema(self) -> Any:
        builder = self.tantivy.SchemaBuilder().add_integer_field("id", stored=True)
        for name in TERMS:
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
        return builder.build()

    def _fill(self) -> None:
        writer = self.index.writer(256_000_000, 2)
        for place, row in enumerate(self.catalogue):
            terms = {name: row[name] for name in TERMS if row[name] is not None}
            writer.add_document(self.tantivy.Document(id=place, **terms))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def ask(self, query: Row) -> Sequence[int]:
        """Return the ids of the best ten, the best first."""
        should = [(self.tantivy.Occur.Should, each) for each in self._parts(query)]
        hits = self.searcher.search(self.tantivy.Query.boolean_query(should), HITS).hits
        found = [self.catalogue[self.searcher.doc(address)["id"][0]] for _, address in hits]
        return [row["id"] for row in sorted(found, key=lambda row: -rescoring.score(query, row))[:10]]

    def _parts(self, query: Row) -> Iterator[Any]:
        build = self.tantivy.Query
        for name in TERMS:
            if query[name] is None:
                continue
            yield build.term_query(self.schema, name, query[name], "basic")
            if name in ("first", "last"):
                yield build.fuzzy_term_query(self.schema, name, query[name], distance=1)
