"""Whether sealed values may be shown: only while the sequencer keeps up."""

from django.conf import settings
from django.db import connection

OPEN = """
SELECT beat_at > clock_timestamp() - %(stall)s * interval '1 second'
   AND NOT EXISTS (SELECT FROM audit_entry
                   WHERE id > decided_id AND at < clock_timestamp() - %(stall)s * interval '1 second')
FROM audit_heartbeat
"""


def sealed_reads_open() -> bool:
    """Say whether the log is being sealed: False when the sequencer's last sign of life, or an entry it has not
    sealed, is older than `settings.MANUMIT_AUDIT_STALL_SECONDS`, or when it never ran.
    """
    with connection.cursor() as cursor:
        cursor.execute(OPEN, {"stall": settings.MANUMIT_AUDIT_STALL_SECONDS})
        row = cursor.fetchone()
    return bool(row and row[0])
