"""What marks a suspect's body."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.coded import coded

from .part import SuspectPart, in_group, through


class Mark(SuspectPart):
    """A scar, mark, tattoo or other distinctive feature."""

    part: ClassVar[str] = "marks"

    feature_kind = models.CharField(_("What it is"), max_length=24, choices=coded("BODY_FEATURE_KIND"))
    site = models.CharField(_("Where on the body"), max_length=20, choices=coded("BODY_SITE"), blank=True)
    side = models.CharField(_("Side, the person's own"), max_length=12, choices=coded("BODY_SIDE"), blank=True)
    description = models.TextField(_("What it looks like"), blank=True)

    scoped_through = through("description")
    sensitivity = in_group("description", "feature_kind", "site", "side", "description")
