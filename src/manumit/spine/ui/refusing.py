"""From what an action refuses to errors beside the fields of a form, and who asks."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import actor_of
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Conflict, NothingToChange
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.rulebook import Broken

T = TypeVar("T")


def asking(request: HttpRequest) -> Actor:
    """Return who asks, in a view that lets nobody else in. Raises LookupError in one that is not guarded."""
    actor = actor_of(request)
    if actor is None:
        raise LookupError("This view is not guarded: put a decorator of access.routes on it.")
    return actor


def attempt(form: forms.Form, act: Callable[[], T], shown_at: Mapping[str, str] | None = None) -> T | None:
    """Return what `act` returns, or None after writing its refusal beside the fields of `form`.

    `shown_at` names the field of the form that stands for one of the model.
    """
    try:
        return act()
    except Broken as broken:
        for finding in broken.findings:
            _add(form, finding.fields[0], str(finding.message), shown_at or {})
    except NothingToChange:
        form.add_error(None, _("Nothing to save: every value is the one that stands already."))
    except NotNow as not_now:
        form.add_error(None, " ".join(map(str, (*not_now.why, *not_now.help))))
    except Conflict as conflict:
        renew_version(form, conflict)
        form.add_error(None, _("Somebody changed this meanwhile. Look at it again, then decide."))
    except ValidationError as refused:
        for name, messages in _by_field(refused).items():
            for message in messages:
                _add(form, name, message, shown_at or {})
    return None


def renew_version(form: forms.Form, conflict: Conflict) -> None:
    """Let the form, shown again, be saved over the version that stands: its reader has been told."""
    posted = QueryDict(mutable=True)
    posted.update(cast(Any, form.data))
    posted["version"] = str(conflict.version)
    form.data = posted


def _add(form: forms.Form, name: str, message: str, shown_at: Mapping[str, str]) -> None:
    shown = shown_at.get(name, name)
    form.add_error(shown if shown in form.fields else None, message)


def _by_field(refused: ValidationError) -> Mapping[str, list[str]]:
    return refused.message_dict if hasattr(refused, "error_dict") else {"": refused.messages}
