"""Django application of the exchange module."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Registers `exchange` with Django."""

    name = "manumit.modules.exchange"
    label = "exchange"
