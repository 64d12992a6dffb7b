"""The form of the list's filters, rendered once for each thing it can show."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ..choices import CaseType, State
from ..filters import STATE_NAMES, Narrowing

TEXTS = ("text", "number", "q", "county", "near", "from", "to", "acute", "review")
Chosen = tuple[tuple[str, tuple[str, ...]], ...]
Agencies = tuple[tuple[int, str], ...]


def form(narrowing: Narrowing, agencies: Mapping[int, str]) -> SafeString:
    """Return the form with what was asked in it, open where a filter could not be read."""
    asked = tuple(sorted((name, tuple(texts)) for name, texts in narrowing.texts.items()))
    render = _render if settings.DEBUG else _kept
    return render(get_language() or "", asked, tuple(agencies.items()), frozenset(narrowing.errors))


def _render(language: str, asked: Chosen, agencies: Agencies, errors: frozenset[str]) -> SafeString:
    texts = dict(asked)
    context = {
        "state": _marked(State.choices, texts.get("state", ())),
        "type": _marked(CaseType.choices, texts.get("type", ())),
        "place": _marked(STATE_NAMES.items(), texts.get("place", ())),
        "owner": _marked(((str(key), name) for key, name in agencies), texts.get("owner", ())),
        "text": {name: (texts.get(name) or ("",))[0] for name in TEXTS},
    }
    return render_to_string("cases/list_filters.html", {"choices": context, "errors": errors})


_kept = lru_cache(maxsize=256)(_render)


def _marked(choices: Iterable[tuple[str, Any]], chosen: tuple[str, ...]) -> list[tuple[str, Any, bool]]:
    return [(value, label, value in chosen) for value, label in choices]
