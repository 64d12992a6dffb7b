"""The WSGI application of the product."""

import os
from importlib import import_module

from django import setup
from django.core.handlers.wsgi import WSGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.project.settings.production")
setup(set_prefix=False)
import_module("manumit.spine.access.validation").demand_all()
application = WSGIHandler()
