"""Accounts of a suspect."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.coded import coded

from .part import SuspectPart, in_group, through


class SuspectAccount(SuspectPart):
    """An account, advertisement or payment service: `handle` as the platform names it, `address` its web address."""

    part: ClassVar[str] = "accounts"

    platform = models.CharField(_("Where"), max_length=14, choices=coded("ONLINE_PLATFORM"))
    handle = models.CharField(_("Name of the account"), max_length=200)
    display_name = models.CharField(_("Name shown"), max_length=200, blank=True)
    address = models.CharField(_("Web address"), max_length=500, blank=True)
    note = models.TextField(_("Note"), blank=True)

    scoped_through = through("identifiers")
    sensitivity = in_group("identifiers", "platform", "handle", "display_name", "address", "note")

    class Meta(SuspectPart.Meta):
        indexes = [models.Index(Upper("handle"), name="suspect_account_handle")]
