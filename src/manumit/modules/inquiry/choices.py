"""Vocabularies of inquiries."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AnsweredBy(TextChoices):
    """How a record answers, by its owner's level. Source: the sharing levels of N-DEx."""

    SUMMARY = "summary", _("Summary")
    POINTER = "pointer", _("Pointer: ask the agency")
