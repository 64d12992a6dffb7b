"""Django application of the spine package `administration`."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Registers `administration` with Django."""

    name = "manumit.spine.administration"
    label = "administration"
