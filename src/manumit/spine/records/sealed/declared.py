"""Which groups and fields of a kind are sealed."""

from collections.abc import Iterable

from manumit.spine.access import kinds

from ..models import Record


def demand(record: Record, group: str, fields: Iterable[str] = ()) -> None:
    """Raise ValueError, naming the fix, unless `group` is sealed in the record's kind and declares `fields`."""
    if group not in kinds.get(record.kind).sealed:
        raise ValueError(f"Group {group!r} of kind {record.kind!r} is not sealed: name it in Kind(sealed=...)")
    undeclared = sorted(set(fields) - set(record.sealed_fields.get(group, ())))
    if undeclared:
        raise ValueError(f"Declare {undeclared} in {record._meta.label}.sealed_fields[{group!r}]")
