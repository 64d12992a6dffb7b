"""What access control raises."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import Http404

if TYPE_CHECKING:
    from .decision import Decision


class Denied(PermissionDenied):
    """The actor may know of the record but may not do this to it. `decision` carries the reasons to show."""

    def __init__(self, decision: "Decision") -> None:
        super().__init__("denied")
        self.decision = decision


class Hidden(Http404):
    """The actor may not know of the record, or there is none: both look the same, so it says nothing more."""

    def __init__(self) -> None:
        super().__init__("")


class Unscoped(RuntimeError):
    """A queryset of protected records was about to run without saying who asks."""

    def __init__(self, model: type, doing: str = "") -> None:
        name = model.__name__
        super().__init__(
            f"{name}{' ' + doing if doing else ''} without scope: start from {name}.objects.visible_to(actor, action). "
            f"Actions, importers and jobs named in access/unscoped.py may use {name}.unscoped."
        )


class Unreadable(ValueError):
    """A filter or order uses a field of a group that the scope does not let everybody read."""

    def __init__(self, model: type, field: str, group: str) -> None:
        super().__init__(
            f"{model.__name__}.{field} belongs to the group {group}: use visible_to(actor, 'read_{group}'), or page(), "
            "which demands it by itself."
        )


class BadKey(ValueError):
    """A page key in an address is not one that a page gave out."""


class BadPolicy(ValueError):
    """A policy or kind that may not start; `problems` name policy and fix."""

    def __init__(self, problems: Sequence[object]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
