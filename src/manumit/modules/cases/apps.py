"""Django application of the cases module."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Registers `cases` with Django."""

    name = "manumit.modules.cases"
    label = "cases"

    def ready(self) -> None:
        """Let the position of a case follow what actions change."""
        from manumit.spine.records import following

        from .locating import locate

        following.follow(locate)
