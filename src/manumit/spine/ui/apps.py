"""Django application of the spine package `ui`."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Registers `ui` with Django."""

    name = "manumit.spine.ui"
    label = "ui"
