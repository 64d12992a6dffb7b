"""Django application of the cases module."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Registers `cases` with Django."""

    name = "manumit.modules.cases"
    label = "cases"
