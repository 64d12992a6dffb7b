"""Django application of the exchange module."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Registers `exchange` with Django, and what follows a change of a record."""

    name = "manumit.modules.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Let releases follow the nation that a record is said to belong to."""
        from manumit.spine.records.following import follow

        from .actions.keep_to_nation import follow_nation

        follow(follow_nation)
