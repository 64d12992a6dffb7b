"""Django application of the spine package `search`."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Registers `search` with Django and lets documents follow what actions change."""

    name = "manumit.spine.search"
    label = "search"

    def ready(self) -> None:
        """Follow every action, once the registry is loaded."""
        from manumit.spine.records import following

        from .documents import refresh

        following.follow(refresh)
