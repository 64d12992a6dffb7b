"""Every address of the product, found by walking the routes: a new screen is tested without being named here."""

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

NOT_PAGES = ("api/", "static/")
FILE = re.compile(r"\.(?:atom|ics|xml|pdf|<slug:form>)$")
"""What is taken away, not shown."""


def routes() -> list[str]:
    """Return the route of each address, such as `cases/<str:number>/`; programs' interfaces and files are no pages.

    Where one address shows many pages, the app's `tests/examples.py` names each in `ROUTES`.
    """
    found = {route for route in _walk(get_resolver()) if not route.startswith(NOT_PAGES)}
    found.update(*(getattr(module, "ROUTES", ()) for module in _modules()))
    return sorted(route for route in found if not FILE.search(route))


def _walk(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for part in resolver.url_patterns:
        route = before + str(part.pattern)
        if isinstance(part, URLPattern):
            yield route
        else:
            yield from _walk(part, route)


def filled(route: str, examples: dict[str, str]) -> str:
    """Return the address of `route` with its arguments filled from `examples`; `KeyError` names one that is missing."""
    return "/" + "/".join(_value(part, route, examples) for part in route.split("/"))


def _value(part: str, route: str, examples: dict[str, str]) -> str:
    if not part.startswith("<"):
        return part
    name = part.strip("<>").split(":")[-1]
    return examples.get(f"{route} {name}") or examples[name]


def examples(person: object) -> dict[str, str]:
    """Return values for the routes' arguments, from each app's `tests/examples.py`: `examples(person) -> dict`.

    A key is an argument's name, or `route name` where one name means different things. The function makes the rows.
    """
    found: dict[str, str] = {}
    for module in _modules():
        found |= module.examples(person)
    return found


def _modules() -> Iterator[Any]:
    for app in settings.INSTALLED_APPS:
        name = f"{app}.tests.examples"
        if app.startswith("manumit.") and find_spec(f"{app}.tests") and find_spec(name):
            yield import_module(name)
