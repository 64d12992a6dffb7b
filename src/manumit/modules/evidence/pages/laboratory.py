"""Record what a laboratory reported."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import open_form

from ..actions.record_result import Reported, record_result
from ..models import EvidenceItem, LabSubmission
from .asking import ask
from .forms import ResultForm


@guarded("edit", "evidence")
def result(request: HttpRequest, record: EvidenceItem, submission_id: int) -> HttpResponse:
    """Write the result, or a corrected one beside it."""
    actor = asking(request)
    submission = LabSubmission.objects.visible_to(actor).filter(item=record, pk=submission_id).first()
    if submission is None:
        raise Hidden
    stands = {"result": submission.result, "reported_by": submission.reported_by}
    form = open_form(ResultForm, request, initial={"reported_on": timezone.localdate(), **stands})
    heading = _("Result of the laboratory")
    return ask(request, record, form, heading, lambda given: record_result(actor, submission, Reported(**given)))
