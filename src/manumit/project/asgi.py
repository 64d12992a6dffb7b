"""The ASGI application of the product."""

import os
from importlib import import_module
from typing import Any

from django import setup
from django.core.handlers.asgi import ASGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.project.settings.production")
setup(set_prefix=False)
import_module("manumit.spine.access.validation").demand_all()
ticks: Any = import_module("manumit.project.ticks")
application = ticks.AsyncAtTicks(ASGIHandler(), ticks.prefixes())
