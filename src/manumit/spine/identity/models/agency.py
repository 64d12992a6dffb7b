"""Agencies: the owners of records."""

from django.db import models

from manumit.values.retention import Retention

from ..choices import AgencyKind
from .nation import Nation


class Agency(models.Model):
    """An organisation that owns records and for which people act.

    `ori` is the FBI's nine-character originating agency identifier, empty where an agency has none.
    """

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=AgencyKind.choices)
    ori = models.CharField(max_length=9, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    nation = models.ForeignKey(Nation, models.PROTECT, null=True, blank=True, related_name="agencies")
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    retention = Retention(authority="Owners of records and log entries: kept while any record or entry names them")
    sensitivity = {
        "id": "internal", "name": "public", "short_name": "public", "kind": "public", "ori": "public",
        "parent": "public", "nation": "public", "active": "internal", "created_at": "internal",
    }  # fmt: skip

    class Meta:
        verbose_name_plural = "agencies"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
