"""Django application of the spine package `records`."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Registers `records` with Django and reads the modules' manifests."""

    name = "manumit.spine.records"
    label = "records"

    def ready(self) -> None:
        """Load the registry and register the system checks, once all models are known."""
        from . import checks, registry  # noqa: F401 - loading them registers what they hold

        registry.load()
