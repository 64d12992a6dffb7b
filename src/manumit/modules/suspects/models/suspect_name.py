"""Names of a suspect."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.coded import coded

from .part import SuspectPart, in_group, through


class SuspectName(SuspectPart):
    """A name somebody goes by; the first that stands heads the lists."""

    part: ClassVar[str] = "names"

    name_type = models.CharField(_("Type of name"), max_length=12, choices=coded("NAME_TYPE"))
    given_names = models.CharField(_("Given names"), max_length=100, blank=True)
    middle_names = models.CharField(_("Middle names"), max_length=100, blank=True)
    family_name = models.CharField(_("Family name"), max_length=100, blank=True)
    name_suffix = models.CharField(_("Suffix"), max_length=20, blank=True)

    scoped_through = through("description")
    sensitivity = in_group("description", "name_type", "given_names", "middle_names", "family_name", "name_suffix")

    class Meta(SuspectPart.Meta):
        indexes = [models.Index(Upper("family_name"), name="suspect_family_name")]

    @property
    def listed(self) -> str:
        """The name as lists show it: family name first."""
        first = " ".join(part for part in (self.given_names, self.middle_names, self.name_suffix) if part)
        return ", ".join(part for part in (self.family_name, first) if part)
