"""Vocabularies of exchange. Each is stored as its value; labels are shown to people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgreementState(models.TextChoices):
    """Where an agreement stands. Source: own practice; in force only once both have signed."""

    DRAFT = "draft", _("Draft")
    OFFERED = "offered", _("Offered for signature")
    IN_FORCE = "in_force", _("In force")
    DECLINED = "declined", _("Declined")
    ENDED = "ended", _("Ended")


class TransferState(models.TextChoices):
    """Where a transfer stands. Source: practice of case transfer, where the receiver accepts before it owns."""

    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
