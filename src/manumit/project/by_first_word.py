"""Addresses of one module, passed over at once where none of them begins as the address that is asked for.

Django tries every pattern of every module in turn, some 250 before the last; the first word of an address tells which
module it can be of.
"""

from functools import cached_property
from typing import Any

from django.urls import URLPattern, URLResolver, include
from django.urls.exceptions import Resolver404
from django.urls.resolvers import RoutePattern


class ByFirstWord(URLResolver):
    """The addresses of one urlconf, without a prefix: resolved as Django does, once the first word fits."""

    @cached_property
    def first_words(self) -> frozenset[str] | None:
        """The words that its addresses begin with; None where one of them begins with whatever is asked for."""
        found = [_first_word(each) for each in self.url_patterns]
        return None if None in found else frozenset(word for word in found if word is not None)

    def resolve(self, path: str) -> Any:
        """Return the match of `path`. Raises Resolver404 where there is none."""
        if self.first_words is not None and path.partition("/")[0] not in self.first_words:
            raise Resolver404({"tried": [], "path": path})
        return super().resolve(path)


def by_first_word(urlconf: str) -> ByFirstWord:
    """Return the addresses of the module `urlconf`, as `path("", include(urlconf))` does."""
    module, app_name, namespace = include(urlconf)
    return ByFirstWord(RoutePattern("", is_endpoint=False), module, app_name=app_name, namespace=namespace)


def _first_word(entry: URLPattern | URLResolver) -> str | None:
    """Return the word before the first slash of an entry's route, None where the route does not say."""
    route = str(entry.pattern) if isinstance(entry.pattern, RoutePattern) else "<"
    word, slash, _ = route.partition("/")
    return word if "<" not in word and (slash or isinstance(entry, URLPattern)) else None
