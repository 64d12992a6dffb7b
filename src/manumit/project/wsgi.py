"""The WSGI application of the product."""

import os

from django import setup
from django.core.handlers.wsgi import WSGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.project.settings.production")
setup(set_prefix=False)
application = WSGIHandler()
