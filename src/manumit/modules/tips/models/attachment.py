"""What was attached to a forwarded e-mail."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.models import StoredFile

from .part import TipPart, in_group, through


class TipAttachment(TipPart):
    """A file of a forwarded e-mail: `name` is what its sender called it, `media_type` what its content is.

    `refused` says why one was not taken; then nothing of it is kept but name and size. What is quarantined is opened
    by nobody.
    """

    part: ClassVar[str] = "attachments"

    name = models.CharField(_("Name"), max_length=255)
    media_type = models.CharField(_("Kind of file"), max_length=100, blank=True)
    size = models.BigIntegerField(_("Bytes"))
    refused = models.CharField(_("Why it was not taken"), max_length=200, blank=True)
    quarantined_at = models.DateTimeField(_("Set aside"), null=True, blank=True)
    stored = models.ForeignKey(StoredFile, models.CASCADE, null=True, blank=True, related_name="+")

    scoped_through = through("content")
    sensitivity = in_group("content", "name", "media_type", "size", "refused", "quarantined_at", "stored")

    class Meta(TipPart.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stored=None) ^ models.Q(refused=""), name="tip_attachment_kept_or_refused"
            )
        ]
