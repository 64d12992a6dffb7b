"""What was said about a tip after it was given."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .part import TipPart, in_group, through
from .tip import LONG


class TipMessage(TipPart):
    """A message between the giver of a tip and the agency; none is altered.

    `author` is the officer who answered, None where the giver wrote. The giver is never told an officer's name.
    Whether and when the giver reads an answer is not kept. `form` is the digest of the form it was sent with, so that
    what is sent twice is kept once; empty for an officer's.
    """

    part: ClassVar[str] = "messages"

    text = models.TextField(_("Text"), max_length=LONG)
    written_at = models.DateTimeField(_("Written"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    form = models.CharField(max_length=64, blank=True)

    scoped_through = through("conversation")
    sensitivity = {
        **in_group("conversation", "text", "written_at", "author"),
        "form": "internal",
    }

    class Meta(TipPart.Meta):
        constraints = [
            models.UniqueConstraint(fields=["form"], name="tip_message_once", condition=~models.Q(form="")),
        ]

    @property
    def from_giver(self) -> bool:
        """Whether the giver wrote it."""
        return self.author_id is None
