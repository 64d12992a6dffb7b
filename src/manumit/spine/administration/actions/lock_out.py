"""Lock out whoever fails too often."""

from django.db import transaction

from manumit.spine import audit


@transaction.atomic
def lock_out(person_id: int | None) -> None:
    """Record that sign-ins as `person_id` (None for an unknown address) are refused until the cool-off has passed."""
    audit.record(None, "sign_in.lock_out", kind="person", record_id=person_id)
