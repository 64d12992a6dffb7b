"""Telephone numbers of a case."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.askable import Compact

from ..choices import PhoneUse
from .part import PersonPart, in_group, through


class Phone(PersonPart):
    """A telephone number as written; `e164` is the same number in international form where it could be read."""

    part: ClassVar[str] = "phones"

    use = models.CharField(max_length=14, choices=PhoneUse.choices, default=PhoneUse.OTHER)
    number = models.CharField(max_length=40)
    e164 = models.CharField(max_length=16, blank=True)
    carrier = models.CharField(max_length=60, blank=True)
    used_from_on = models.DateField(null=True, blank=True)
    used_until_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    scoped_through = through("people")
    sensitivity = in_group(
        "people",
        "person", "use", "number", "e164", "carrier", "used_from_on", "used_until_on", "note",
    )  # fmt: skip

    class Meta(PersonPart.Meta):
        indexes = [
            models.Index(Compact("number"), name="phone_plain"),
            models.Index(Compact("e164"), name="phone_read"),
        ]
