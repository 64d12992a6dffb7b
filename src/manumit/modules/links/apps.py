"""Django application of the links module."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    """Registers `links` with Django, and has candidates looked for whenever an action changed what may be matched."""

    name = "manumit.modules.links"
    label = "links"

    def ready(self) -> None:
        """Follow every action."""
        from manumit.spine.records import following

        from .jobs import look_for

        following.follow(look_for)
