"""Answering a request with a page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as render_template


def render(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Return the page of `template`.

    A part of a page asked for by htmx is the same whole page: the browser selects what it needs (`hx-select`), so a
    screen has one template, works without JavaScript, and cannot show in a fragment what it hides in the page. A form
    refused answers 422, which browsers and htmx show and nothing caches.
    """
    return render_template(request, template, dict(context or {}), status=status)
