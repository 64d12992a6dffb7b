"""Documents and official numbers of a suspect."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.askable import Compact

from ..choices import DocumentKind
from .part import SuspectPart, in_group, through


class SuspectDocument(SuspectPart):
    """A document or official number as written."""

    part: ClassVar[str] = "documents"

    document_kind = models.CharField(_("What it is"), max_length=14, choices=DocumentKind.choices)
    number = models.CharField(_("Number as written"), max_length=60)
    issuer = models.CharField(_("Issued by"), max_length=100, blank=True)
    expires_on = models.DateField(_("Expires"), null=True, blank=True)
    note = models.TextField(_("Note"), blank=True)

    scoped_through = through("identifiers")
    sensitivity = in_group("identifiers", "document_kind", "number", "issuer", "expires_on", "note")

    class Meta(SuspectPart.Meta):
        indexes = [models.Index(Compact("number"), name="suspect_document_plain")]
