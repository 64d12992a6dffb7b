"""The nouns of records."""

from .idempotency_key import IdempotencyKey
from .legal_hold import LegalHold
from .record import Record
from .record_history import RecordHistory
from .record_key import RecordKey
from .sealed_value import SealedValue
from .stored_file import StoredFile

__all__ = ["IdempotencyKey", "LegalHold", "Record", "RecordHistory", "RecordKey", "SealedValue", "StoredFile"]
