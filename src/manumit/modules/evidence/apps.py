"""Django application of the evidence module."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Registers `evidence` with Django."""

    name = "manumit.modules.evidence"
    label = "evidence"
