"""Django application of the spine package `workflow`."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """Registers `workflow` with Django, and the check of every procedure at start."""

    name = "manumit.spine.workflow"
    label = "workflow"

    def ready(self) -> None:
        """Register the system check."""
        from . import checks  # noqa: F401 - loading them registers what they hold
