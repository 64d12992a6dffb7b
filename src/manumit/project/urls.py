"""Addresses. Each module's come from its manifest; every view carries its route policy."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from manumit.project.by_first_word import by_first_word

SPINE_ROUTES = ["manumit.spine.ui.urls", "manumit.spine.administration.urls"]


def module_routes() -> list[URLResolver]:
    """Return the routes of each installed module that has pages."""
    names = [f"{module}.urls" for module in settings.MANUMIT_MODULES]
    return [by_first_word(name) for name in [*SPINE_ROUTES, *names] if find_spec(name)]


urlpatterns: list[URLPattern | URLResolver] = [*module_routes()]

if find_spec("manumit.spine.ui.api"):
    urlpatterns.append(path("api/v1/", import_module("manumit.spine.ui.api").api.urls))

handler400 = "manumit.spine.ui.pages.errors.bad_request"
handler403 = "manumit.spine.ui.pages.errors.forbidden"
handler404 = "manumit.spine.ui.pages.errors.not_found"
handler500 = "manumit.spine.ui.pages.errors.failed"
