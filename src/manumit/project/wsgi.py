"""The WSGI application of the product; `handler` is the same without the ticks at which some answers leave."""

import os
from importlib import import_module
from typing import Any

from django import setup
from django.core.handlers.wsgi import WSGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.project.settings.production")
setup(set_prefix=False)
import_module("manumit.spine.access.validation").demand_all()
ticks: Any = import_module("manumit.project.ticks")
handler = WSGIHandler()
application = ticks.AtTicks(handler, ticks.prefixes())
