"""Django application of the spine package `administration`."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Registers `administration` with Django, its kinds with access and its background work with jobs."""

    name = "manumit.spine.administration"
    label = "administration"

    def ready(self) -> None:
        """Declare kinds and work, once models are known."""
        from manumit.spine import access

        from . import ending, kinds  # noqa: F401 - loading them registers what they hold

        for kind in kinds.ALL:
            access.register(kind)
