"""Vocabularies of exploitation that code names members of; fields hold the others as code tables."""

from django.db.models import TextChoices

from manumit.spine.records.coded import labels

_status = labels("TRAFFICKING_STATUS")


class TraffickingStatus(TextChoices):
    """Whether somebody is a victim of trafficking. Source: HTCDS 2.0 `TraffickingStatus`."""

    POSSIBLE = "possible", _status("possible")
    ACTUAL = "actual", _status("actual")
    NOT_VICTIM = "not_victim", _status("not_victim")
    UNKNOWN = "unknown", _status("unknown")
