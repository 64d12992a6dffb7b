"""Django application of the inquiry module."""

from django.apps import AppConfig


class InquiryConfig(AppConfig):
    """Registers `inquiry` with Django."""

    name = "manumit.modules.inquiry"
    label = "inquiry"
