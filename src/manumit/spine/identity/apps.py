"""Django application of the spine package `identity`."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Registers `identity` with Django."""

    name = "manumit.spine.identity"
    label = "identity"
