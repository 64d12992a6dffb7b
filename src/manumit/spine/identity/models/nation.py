"""Tribal nations."""

from django.db import models


class Nation(models.Model):
    """A sovereign Tribal nation whose release policy binds the records of its people."""

    name = models.CharField(max_length=200, unique=True)

    sensitivity = {"id": "internal", "name": "public"}

    def __str__(self) -> str:
        return self.name
