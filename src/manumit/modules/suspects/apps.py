"""Django application of the suspects module."""

from django.apps import AppConfig


class SuspectsConfig(AppConfig):
    """Registers `suspects` with Django."""

    name = "manumit.modules.suspects"
    label = "suspects"
