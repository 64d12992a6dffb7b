"""Django application of the spine package `workflow`."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """Registers `workflow` with Django."""

    name = "manumit.spine.workflow"
    label = "workflow"
