"""Ask for approval, and decide."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.workflow.actions.ask_approval import ask_approval
from manumit.spine.workflow.actions.decide_approval import decide_approval
from manumit.spine.workflow.models import Approval

from ...forms import open_form
from ...forms.work import ApprovalForm, DecisionForm
from .asking import OWN, Verb, ask, asking, find_row

ASK = Verb(_("Ask for approval"), _("Ask"), _("It is asked, and they are told."), _("Another person than you decides."))
DECIDE = Verb(_("Decide"), _("Save the decision"), _("It is decided, and who asked is told."))


@guarded_of_any_kind("work")
def ask_for(request: HttpRequest, record: Record) -> HttpResponse:
    """Say what is to be approved, and by whom."""
    actor, form = asking(request), open_form(ApprovalForm, request)
    return ask(request, record, ASK, form, lambda given: ask_approval(actor, record, **given))


@signed_in(OWN)
def decide(request: HttpRequest, approval_id: int) -> HttpResponse:
    """Approve or refuse."""
    approval, actor = find_row(request, Approval, approval_id), asking(request)
    verb = Verb(DECIDE.heading, DECIDE.submit, DECIDE.done, approval.question)
    form = open_form(DecisionForm, request)
    return ask(request, approval, verb, form, lambda given: decide_approval(actor, approval, **given))
