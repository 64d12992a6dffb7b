"""The ASGI application of the product."""

import os

from django.core.handlers.asgi import ASGIHandler
from django import setup

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.project.settings.production")
setup(set_prefix=False)
application = ASGIHandler()
