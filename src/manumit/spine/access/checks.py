"""System checks: no kind starts under a policy that is not validated."""

from typing import Any

from django.core.checks import Error, Tags, register

from . import kinds
from .validation import problems


@register(Tags.security)
def policies_are_valid(app_configs: Any, **options: Any) -> list[Error]:
    """Return an error manumit.E010 to E017 for each problem, naming policy and fix."""
    found = [problem for kind in kinds.all_kinds() for problem in problems(kind)]
    return [
        Error(f"Policy {each.policy}: {each.message}.", hint=each.fix, obj=each.policy, id=f"manumit.{each.id}")
        for each in found
    ]
