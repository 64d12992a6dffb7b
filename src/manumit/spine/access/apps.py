"""Django application of the spine package `access`."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Registers `access` with Django."""

    name = "manumit.spine.access"
    label = "access"
