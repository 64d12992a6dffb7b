"""An address is resolved by its first word to the very view that Django finds by trying all, and no other way."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, path
from django.urls.exceptions import Resolver404

from manumit.project.by_first_word import ByFirstWord, by_first_word

URLCONF = "manumit.modules.tips.urls"


@pytest.fixture
def asked(monkeypatch):
    """Return the addresses that Django itself was made to walk through a module's patterns for."""
    seen: list[str] = []
    whole = URLResolver.resolve
    monkeypatch.setattr(URLResolver, "resolve", lambda self, path: (seen.append(path), whole(self, path))[1])
    return seen


def test_what_begins_otherwise_walks_through_no_pattern(asked) -> None:
    with pytest.raises(Resolver404):
        by_first_word(URLCONF).resolve("cases/new/")
    assert asked == []


def test_what_begins_so_is_resolved_as_django_does(asked) -> None:
    found = by_first_word(URLCONF).resolve("tip/at/bench/")
    assert (found.view_name, found.kwargs) == ("tips:give_to", {"desk": "bench"})
    assert asked


def test_a_route_that_begins_with_whatever_is_asked_for_is_always_tried() -> None:
    whole = by_first_word(URLCONF)
    whole.__dict__["url_patterns"] = [*whole.url_patterns, _any_word()]
    assert whole.first_words is None


def test_every_first_word_of_the_product_is_known() -> None:
    resolvers = [each for each in get_resolver().url_patterns if isinstance(each, ByFirstWord)]
    assert len(resolvers) > 5
    for each in resolvers:
        words = each.first_words
        assert words is not None, f"{each.urlconf_name}: a route begins with a converter; give it a first word"
        assert words == {str(entry.pattern).partition("/")[0] for entry in each.url_patterns}


def _any_word() -> URLPattern:
    return path("<slug:anything>/", lambda request, anything: None)
