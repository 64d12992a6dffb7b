"""How a page answers an action that was refused."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.functional import Promise

from ..refusals import Refused

Text = str | Promise


def attempt(request: HttpRequest, deed: Callable[[], Any], done: Text, then: str, *args: Any) -> Any:
    """Do `deed`, say `done` or why not, and return the way to the page named `then`."""
    try:
        deed()
        messages.success(request, str(done))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    return redirect(then, *args)
