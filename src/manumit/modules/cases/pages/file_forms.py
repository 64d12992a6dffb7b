"""What is asked when a file is attached."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..choices import FileKind
from ..models import CaseFile
from .label_words import LABELS
from .model_fields import fields_for
from .part_forms import PartForm

ASKED = ("file_kind", "description", "taken_on", "shows_dead")


class _FileForm(PartForm):
    """What a file's form asks in words of its own."""

    person = forms.ChoiceField(label=LABELS["person"], required=False)
    file = forms.FileField(label=_("File"), required=False)
    lawful = forms.BooleanField(
        label=_("It holds no sexual image of anybody under 18"),
        help_text=_("Such images are never kept here. Leave them with their custodian and note the reference instead."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _(
            "Pictures, PDF, sound, video or plain text, up to %(most)s MB. It is encrypted, and each opening is logged."
        ) % {"most": settings.MANUMIT_FILE_MOST_MB}

    def values(self, only: Any = None) -> dict[str, Any]:
        """Return the answers about the file by column."""
        return super().values(name for name in (*ASKED, "person") if name in self.fields)


def _made(name: str, base: type[Any], asked: tuple[str, ...], order: tuple[str, ...]) -> type[Any]:
    fields = fields_for("files", CaseFile, asked)
    if "file_kind" in fields:
        kinds = [choice for choice in FileKind.choices if choice[0] != FileKind.REFERENCE]
        fields["file_kind"] = forms.ChoiceField(label=LABELS["file_kind"], choices=kinds)
    return type(name, (base,), {"__module__": __name__, "field_order": order, **fields})


FileForm = _made(
    "FileForm", _FileForm, ASKED,
    ("file", "file_kind", "person", "description", "taken_on", "shows_dead", "lawful", "source", "certainty"),
)  # fmt: skip
"""Attaches a file."""


class ReferenceForm(PartForm):
    """Notes what a custodian keeps."""

    custodian = forms.CharField(
        label=LABELS["custodian"], max_length=200, help_text=_("The agency and the person that hold the material.")
    )
    reference = forms.CharField(label=_("Under which reference"), max_length=200)
    description = forms.CharField(
        label=_("What others must know of it"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        max_length=2_000,
        help_text=_("Do not describe the images."),
    )

    def values(self, only: Any = None) -> dict[str, Any]:
        """Return the answers by column."""
        return {**super().values(only), "file_kind": FileKind.REFERENCE}
