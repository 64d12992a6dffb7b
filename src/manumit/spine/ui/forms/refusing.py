"""From what an action refuses to errors beside the fields of a form."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from manumit.spine.records import Conflict, NothingToChange
from manumit.spine.workflow.rulebook import Broken

from .spread import Spread

T = TypeVar("T")


def attempt(form: forms.Form, act: Callable[[], T]) -> T | None:
    """Return what `act` returns, or None after writing its refusal beside the fields of `form`."""
    try:
        return act()
    except Broken as broken:
        for finding in broken.findings:
            _add(form, finding.fields[0], str(finding.message))
    except NothingToChange:
        form.add_error(None, _("Nothing to save: every value is the one that stands already."))
    except ValidationError as refused:
        for name, messages in _by_field(refused).items():
            for message in messages:
                _add(form, name, message)
    return None


def _add(form: forms.Form, name: str, message: str) -> None:
    form.add_error(_question(form, name.removesuffix("_id")), message)


def _question(form: forms.Form, name: str) -> str | None:
    """Return the question that a column is asked by, None where the form does not ask for it."""
    if name in form.fields:
        return name
    asked = (each for each, field in form.fields.items() if isinstance(field, Spread) and name in field.columns)
    return next(asked, None)


def _by_field(refused: ValidationError) -> Mapping[str, list[str]]:
    return refused.message_dict if hasattr(refused, "error_dict") else {"": refused.messages}


def renew_version(form: forms.Form, conflict: Conflict) -> None:
    """Let the form, shown again, be saved over the version that stands: its reader has been told."""
    posted = QueryDict(mutable=True)
    posted.update(cast(Any, form.data))
    posted["version"] = str(conflict.version)
    form.data = posted
