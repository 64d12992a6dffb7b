"""Django application of the spine package `jobs`."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Registers `jobs` with Django, and the background work of the spine itself."""

    name = "manumit.spine.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Declare the built-in work, once models are known."""
        from . import drilling, ending  # noqa: F401 - loading them registers what they hold
