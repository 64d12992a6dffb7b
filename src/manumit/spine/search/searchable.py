"""What a module says of a kind that can be searched."""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, Model, Value
from django.db.models.functions import Coalesce

from manumit.spine.access import kinds

EMPTY = "''::tsvector"


def together(*groups: str) -> Func:
    """Return the expression of all vectors of a document, for its index: the `groups` in the order of the kind."""
    # The order of the words after the expressions is that in which migrations write them: else they see a change.
    empty = Value("", output_field=SearchVectorField())
    return Func(*(Coalesce(group, empty) for group in groups), arg_joiner=" || ", template="(%(expressions)s)")


@dataclass(frozen=True)
class Source:
    """Fields of one model whose words go into the document, in a field group of the record.

    `words` are kept as they are written (names, plates, codes), `prose` is stemmed as well. `standing` names columns
    that are NULL in rows that still stand. `path` is the column that names the record, empty for the record itself.
    """

    model: str
    group: str
    words: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    path: str = "case_id"
    standing: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The table read."""
        return str(apps.get_model(self.model)._meta.db_table)


@dataclass(frozen=True)
class Searchable:
    """That records of `kind` are searched in documents of the model `document`, made from `sources`.

    The document has one vector a group, named as the group, a copy of `opened_at`, and `names`: the text of the sources
    in `named`, for search that forgives spelling.
    """

    kind: str
    document: str
    sources: tuple[Source, ...]
    named: tuple[Source, ...] = field(default=())
    named_group: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The field groups that have a vector, in the order of the kind."""
        used = {source.group for source in self.sources}
        return tuple(group for group in kinds.get(self.kind).groups if group in used)

    def everything(self, alias: str) -> str:
        """Return the SQL of all vectors together, as the index over them is written (see `together`)."""
        return f"({' || '.join(f'coalesce({alias}.{group}, {EMPTY})' for group in self.groups)})"

    @property
    def model(self) -> type[Model]:
        """The document's model."""
        return apps.get_model(self.document)

    @property
    def record(self) -> type[Any]:
        """The record's model."""
        return kinds.get(self.kind).model_class
