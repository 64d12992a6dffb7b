"""Vocabularies of how a person looks, what they carry, and what is on file of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Aspect(TextChoices):
    """What somebody can say they know nothing of. Source: NamUs `noKnownInformation`, distinct from blank."""

    NAMES = "names", _("Other names")
    FEATURES = "features", _("Scars, marks, tattoos")
    BELONGINGS = "belongings", _("Clothing and belongings")
    VEHICLES = "vehicles", _("Vehicles")
    PHONES = "phones", _("Telephones")
    ACCOUNTS = "accounts", _("Online accounts")
    BIOMETRICS = "biometrics", _("Dental, DNA, prints")
