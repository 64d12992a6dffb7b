"""Django application of the spine package `matching`."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    """Registers `matching` with Django, notes what actions change, and checks what may be matched."""

    name = "manumit.spine.matching"
    label = "matching"

    def ready(self) -> None:
        """Follow every action, and register the system check."""
        from manumit.spine.records import following

        from . import checks  # noqa: F401 - loading them registers what they hold
        from .journal import note

        following.follow(note)
