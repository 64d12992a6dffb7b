"""What the action plan refuses, in words for people."""

from django.core.exceptions import ValidationError


class Refused(ValidationError):
    """The act is not possible now; the text says why and what would help."""
