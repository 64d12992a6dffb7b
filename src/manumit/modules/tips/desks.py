"""The desks at which agencies take tips from the public now."""

from django.db import connection

from manumit.spine.audit.prepared import prepared
from manumit.spine.identity.models import Agency

from .models import TipDesk

OPEN = """SELECT d.id, d.address, d.general, a.id, a.name
FROM tips_tipdesk d JOIN identity_agency a ON a.id = d.agency_id
WHERE d.open AND a.active AND %s IN ('', d.address) ORDER BY d.address"""


def open_desks(address: str = "") -> list[TipDesk]:
    """Return the open desks of active agencies, or that of `address` alone, each with its agency's name."""
    with prepared(connection) as cursor:  # in words of our own: each tip of a flood pays for it
        cursor.execute(OPEN, (address,))
        return [_desk(*row) for row in cursor.fetchall()]


def _desk(desk_id: int, address: str, general: bool, agency_id: int, name: str) -> TipDesk:
    agency = Agency(id=agency_id, name=name)
    return TipDesk(id=desk_id, address=address, general=general, open=True, agency=agency)
