"""Vocabularies of files."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FileKind(TextChoices):
    """What a file is. Source: what NamUs and investigation files hold; `reference` is material kept elsewhere."""

    PHOTO = "photo", _("Photograph of a person")
    PICTURE = "picture", _("Other picture")
    DOCUMENT = "document", _("Document")
    DENTAL = "dental", _("Dental chart or X-ray")
    RECORDING = "recording", _("Sound or video")
    OTHER = "other", _("Other")
    REFERENCE = "reference", _("Kept by a custodian, not here")
