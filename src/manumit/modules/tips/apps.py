"""Django application of the tips module."""

from django.apps import AppConfig


class TipsConfig(AppConfig):
    """Registers `tips` with Django."""

    name = "manumit.modules.tips"
    label = "tips"
