"""Tribal nations."""

from django.db import models

from manumit.values.retention import Retention


class Nation(models.Model):
    """A sovereign Tribal nation whose release policy binds the records of its people."""

    name = models.CharField(max_length=200, unique=True)

    retention = Retention(authority="Reference data: kept while any record names it")
    sensitivity = {"id": "internal", "name": "public"}

    def __str__(self) -> str:
        return self.name
