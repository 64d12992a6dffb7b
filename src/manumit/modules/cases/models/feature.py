"""What marks a body."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class Feature(PersonPart):
    """A scar, mark, tattoo or other distinctive feature.

    `site` is a part of the body, `ncic_code` the NCIC code where given.
    """

    part: ClassVar[str] = "features"

    feature_kind = models.CharField(max_length=24, choices=coded("BODY_FEATURE_KIND"))
    site = models.CharField(max_length=20, choices=coded("BODY_SITE"), blank=True)
    side = models.CharField(max_length=12, choices=coded("BODY_SIDE"), blank=True)
    ncic_code = models.CharField(max_length=10, blank=True)
    description = models.TextField(blank=True)

    scoped_through = through("people")
    sensitivity = in_group("people", "person", "feature_kind", "site", "side", "ncic_code", "description")
