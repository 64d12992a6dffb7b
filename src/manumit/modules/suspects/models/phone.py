"""Telephone numbers of a suspect."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.askable import Compact

from .part import SuspectPart, in_group, through


class SuspectPhone(SuspectPart):
    """A telephone number as written; `e164` is the same number in international form where it could be read."""

    part: ClassVar[str] = "phones"

    number = models.CharField(_("Number as written"), max_length=40)
    e164 = models.CharField(_("In international form"), max_length=16, blank=True)
    used_from_on = models.DateField(_("Used from"), null=True, blank=True)
    used_until_on = models.DateField(_("Used until"), null=True, blank=True)
    note = models.TextField(_("Note"), blank=True)

    scoped_through = through("identifiers")
    sensitivity = in_group("identifiers", "number", "e164", "used_from_on", "used_until_on", "note")

    class Meta(SuspectPart.Meta):
        indexes = [
            models.Index(Compact("number"), name="suspect_phone_plain"),
            models.Index(Compact("e164"), name="suspect_phone_read"),
        ]
