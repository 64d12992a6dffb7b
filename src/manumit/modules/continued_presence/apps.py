"""Django application of the Continued Presence module."""

from django.apps import AppConfig


class ContinuedPresenceConfig(AppConfig):
    """Registers `continued_presence` with Django."""

    name = "manumit.modules.continued_presence"
    label = "continued_presence"
