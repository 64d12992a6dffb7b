"""Other names of a person."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Upper

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class PersonName(PersonPart):
    """One more name somebody goes by.

    The name in lists is the person's own; traditional names are kept apart.
    """

    part: ClassVar[str] = "names"

    name_type = models.CharField(max_length=12, choices=coded("NAME_TYPE"))
    family_name = models.CharField(max_length=100, blank=True)
    given_names = models.CharField(max_length=100, blank=True)
    middle_names = models.CharField(max_length=100, blank=True)
    name_suffix = models.CharField(max_length=20, blank=True)

    scoped_through = through("people")
    sensitivity = in_group("people", "person", "name_type", "family_name", "given_names", "middle_names", "name_suffix")

    class Meta(PersonPart.Meta):
        indexes = [models.Index(Upper("family_name"), name="other_name_asked_for")]
