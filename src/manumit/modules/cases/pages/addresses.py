"""Addresses of a case's screens."""

from typing import Any

from django.urls import reverse

from ..models import Case


def address(case: Case, screen: str = "show", **more: Any) -> str:
    """Return the address of `screen` of the case."""
    return reverse(f"cases:{screen}", kwargs={"number": case.number, **more})
