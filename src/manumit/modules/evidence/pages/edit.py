"""Correct what is known of an item."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import open_form

from ..actions.edit_item import EDITABLE, edit_item
from ..models import EvidenceItem
from .asking import ask
from .forms import EditForm


@guarded("edit", "evidence")
def edit(request: HttpRequest, record: EvidenceItem) -> HttpResponse:
    """Correct kind, name, description, and who took it where; who has it changes by the chain alone."""
    initial = {name: getattr(record, name) for name in EDITABLE} | {"version": record.version}
    form = open_form(EditForm, request, initial=initial)

    def act(given: dict[str, Any]) -> object:
        changes = {name: given[name] for name in EDITABLE if given[name] != getattr(record, name)}
        return edit_item(asking(request), record, changes, expected_version=given["version"], source=given["source"])

    return ask(request, record, form, _("Correct what is known"), act)
