"""The product's settings with the peer's addresses, no middleware and plain templates."""

from pathlib import Path

from manumit.project.settings.demo import *  # noqa: F403

ROOT_URLCONF = "benchmarks.web.plain_site"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {},
    }
]
