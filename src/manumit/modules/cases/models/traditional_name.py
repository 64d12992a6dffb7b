"""Traditional names."""

from typing import ClassVar

from django.db import models

from .part import PersonPart, in_group, through


class TraditionalName(PersonPart):
    """A traditional or cultural name.

    It is shown only once the family consented, who and when being recorded here.
    """

    part: ClassVar[str] = "traditional_names"

    name = models.CharField(max_length=200)
    language = models.CharField(max_length=60, blank=True)
    pronounced = models.CharField(max_length=200, blank=True)
    consent_by = models.CharField(max_length=200, blank=True)
    consent_on = models.DateField(null=True, blank=True)

    scoped_through = through("tribal")
    sensitivity = in_group("tribal", "person", "name", "language", "pronounced", "consent_by", "consent_on")
