"""A peer as an application: the product's settings and rows, its own addresses and templates, no middleware."""

from pathlib import Path

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler


def application_of(addresses: str, templates: Path) -> WSGIHandler:
    """Return an application that answers `addresses` (a module of urls) with the templates of a folder."""
    django.setup(set_prefix=False)
    settings.ROOT_URLCONF = addresses
    settings.MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [templates]}]
    return WSGIHandler()
