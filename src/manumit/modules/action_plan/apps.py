"""Django application of the action plan."""

from django.apps import AppConfig


class ActionPlanConfig(AppConfig):
    """Registers `action_plan` with Django."""

    name = "manumit.modules.action_plan"
    label = "action_plan"
