"""Sealed field groups: encrypted values that are never searched, and never read without a committed leaf.

A kind lists its sealed groups in `Kind.sealed` and their fields in `sealed_fields`. Actions write with `put`, pages
show with `read`, or with `read_many` several groups at once. Destroying a record's key erases what it sealed, in
backups too once those hold no older key.
"""

from .errors import Erased, KeyMissing, ReadInsideTransaction, SealedReadsClosed, Tampered
from .reading import read, read_many
from .writing import put
from .writing_new import put_new

__all__ = [
    "Erased",
    "KeyMissing",
    "ReadInsideTransaction",
    "SealedReadsClosed",
    "Tampered",
    "put",
    "put_new",
    "read",
    "read_many",
]
