"""Where an agency takes tips from the public."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

SHAPE = RegexValidator(r"\A[a-z0-9]+(-[a-z0-9]+)*\Z", _("Small letters, digits and single hyphens."))


class TipDesk(models.Model):
    """An agency's public tip page: its `address` (the last part), whether it is `open`, and whether it is the `general`
    one, which takes tips from people who do not know whom to tell; there is one general desk at most.
    """

    agency = models.OneToOneField(Agency, models.PROTECT, related_name="+")
    address = models.CharField(_("Last part of the address"), max_length=40, unique=True, validators=[SHAPE])
    open = models.BooleanField(_("Takes tips from the public"), default=True)
    general = models.BooleanField(_("Takes tips from people who do not know whom to tell"), default=False)

    retention: ClassVar[Retention] = Retention("The agency's own setting: kept while the agency is")
    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", **dict.fromkeys(("agency", "address", "open", "general"), "public"),
    }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["general"], name="tip_desk_one_general", condition=models.Q(general=True)),
        ]

    def __str__(self) -> str:
        return self.address
