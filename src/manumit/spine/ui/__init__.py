"""Screens: the base page, components, forms and error pages that every module shares.

Modules call `render(request, template, context)`, derive forms from `ui.forms.Form`, and write `<c-...>` components in
their templates; `docs/how-to/build-a-screen.md` shows one from start to end.
"""

from .screen import render

__all__ = ["render"]
