"""Online accounts of a case."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Upper

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class OnlineAccount(PersonPart):
    """An account or advertisement: `handle` as the platform names it, `address` its web address."""

    part: ClassVar[str] = "accounts"

    platform = models.CharField(max_length=14, choices=coded("ONLINE_PLATFORM"))
    handle = models.CharField(max_length=200)
    display_name = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)

    scoped_through = through("people")
    sensitivity = in_group("people", "person", "platform", "handle", "display_name", "address", "note")

    class Meta(PersonPart.Meta):
        indexes = [models.Index(Upper("handle"), name="account_handle")]
