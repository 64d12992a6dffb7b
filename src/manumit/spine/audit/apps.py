"""Django application of the spine package `audit`."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Registers `audit` with Django."""

    name = "manumit.spine.audit"
    label = "audit"
