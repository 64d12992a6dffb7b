"""The parts of the page around every screen, rendered once for each look.

Head, header and footer took 5 ms of a page when rendered each time, which is as much as a list of cases may take
altogether. They depend on few things; what differs from request to request (address and form token) is put in last.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .shell import Look, Shown

PATH_MARK, TOKEN_MARK = "\ue000path\ue001", "\ue000token\ue001"  # private-use letters: no text of ours holds them
KEPT = 512


@dataclass(frozen=True)
class Still(Shown):
    """A frame without its address."""

    look: Look
    path: str = PATH_MARK


def part(name: str, shown: Shown, token: str) -> SafeString:
    """Return the part of the frame in `ui/<name>.html` for the look, address and form token of a request."""
    html = _render(name, shown.look) if settings.DEBUG else _kept(name, shown.look)
    return mark_safe(html.replace(TOKEN_MARK, escape(token)).replace(PATH_MARK, escape(shown.path)))  # noqa: S308 - rendered by the template engine; what is put in is escaped here


def _render(name: str, look: Look) -> str:
    return render_to_string(f"ui/{name}.html", {"shell": Still(look), "csrf_token": TOKEN_MARK})


_kept = lru_cache(maxsize=KEPT)(_render)
