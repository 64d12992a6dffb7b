"""Whom to ask at an agency."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class Office(models.Model):
    """The office that answers other agencies: whom a pointer names. Everybody who may ask may read it."""

    agency = models.OneToOneField(Agency, models.PROTECT, related_name="+")
    name = models.CharField(_("Name of the office"), max_length=200)
    phone = models.CharField(_("Telephone"), max_length=40, blank=True)
    email = models.EmailField(_("Electronic mail"), blank=True)
    hours = models.CharField(_("When it answers"), max_length=100, blank=True)

    retention = Retention(authority="The agency's own entry: kept while it stands")
    sensitivity: Mapping[str, str] = dict.fromkeys(("id", "agency", "name", "phone", "email", "hours"), "internal")

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(phone="", email=""), name="office_can_be_reached")]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.phone, self.email, self.hours) if part)
