"""Django application of the spine package `access`."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Registers `access` with Django, and its checks."""

    name = "manumit.spine.access"
    label = "access"

    def ready(self) -> None:
        """Install the checks that every policy must pass before anything starts."""
        from . import checks  # noqa: F401 - loading them registers what they hold
