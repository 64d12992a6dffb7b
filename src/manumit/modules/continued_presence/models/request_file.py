"""A file of a request."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.files.sniffing import ALLOWED
from manumit.spine.records.models import StoredFile

from ..choices import FILE_KINDS
from .row import RequestRow, in_group, through


class RequestFile(RequestRow):
    """A file that an officer attached, encrypted under the request's key; what its sender called it is not kept.

    What is said of it is sealed in `identity` as `file_<place>`. `media_type` is what its content is, `size` bytes. One
    withdrawn, or set aside as suspected, is opened by nobody.
    """

    place = models.PositiveSmallIntegerField()
    file_kind = models.CharField(_("What it is"), max_length=10, choices=FILE_KINDS)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)
    quarantined_at = models.DateTimeField(null=True)
    stored = models.ForeignKey(StoredFile, models.CASCADE, related_name="+")

    scoped_through = through("identity")
    sensitivity = in_group(
        "identity", "place", "file_kind", "media_type", "size", "by", "added_at", "withdrawn_at", "quarantined_at",
        "stored",
    )  # fmt: skip

    class Meta(RequestRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_file_place")]

    @property
    def opens(self) -> bool:
        """Whether it can be opened at all."""
        return self.withdrawn_at is None and self.quarantined_at is None

    @property
    def saved_as(self) -> str:
        """Under which name it is saved: the request's number and its place, never a word about the victim."""
        return f"{self.request.number}-{self.place}.{ALLOWED.get(self.media_type, 'bin')}"
