"""Raise and lower a flag."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.workflow.actions.lower_flag import lower_flag
from manumit.spine.workflow.actions.raise_flag import raise_flag
from manumit.spine.workflow.models import Flag

from ...forms import open_form
from ...forms.work import BecauseForm, FlagForm
from .asking import OWN, Verb, ask, asking, find_row

RAISE = Verb(
    _("Raise a flag"), _("Raise it"), _("The flag is up."), _("Your agency sees it whenever it opens the record.")
)
LOWER = Verb(_("Take the flag down"), _("Take it down"), _("The flag is down."))


@guarded_of_any_kind("work")
def raise_(request: HttpRequest, record: Record) -> HttpResponse:
    """Say what everybody should see, and until when."""
    actor, form = asking(request), open_form(FlagForm, request)
    return ask(request, record, RAISE, form, lambda given: raise_flag(actor, record, **given))


@signed_in(OWN)
def lower(request: HttpRequest, flag_id: int) -> HttpResponse:
    """Say why it comes down."""
    flag, actor = find_row(request, Flag, flag_id), asking(request)
    return ask(request, flag, LOWER, open_form(BecauseForm, request), lambda given: lower_flag(actor, flag, **given))
