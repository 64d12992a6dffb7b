"""The peer as an application: the product's settings and rows, its own addresses and templates, no middleware."""

from pathlib import Path

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

django.setup(set_prefix=False)
settings.ROOT_URLCONF = "benchmarks.web.plain_site"
settings.MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
settings.TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {},
    }
]
application = WSGIHandler()
