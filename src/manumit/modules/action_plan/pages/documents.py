"""The documents that were read, and reading another."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext

from manumit.spine.access import Denied, allowed
from manumit.spine.access.routes import guarded
from manumit.spine.records.files.errors import BadFile
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking, attempt

from .. import questions
from ..actions.read_document import read_document
from ..models import PlanDocument
from ..reading import BadDocument
from ..reading.formats import LARGEST
from .forms import ReadForm


@guarded("read_summary", "plan_document")
def documents(request: HttpRequest) -> HttpResponse:
    """Show the documents, newest first."""
    actor = asking(request)
    may_read = allowed(actor, "create", PlanDocument(owner_id=actor.agency_id)).allowed
    return render(
        request, "action_plan/documents.html", {"documents": questions.documents(actor)[:200], "may_read": may_read}
    )


@guarded("create", "plan_document")
def read(request: HttpRequest) -> HttpResponse:
    """Take a document in and show what it proposes."""
    actor = asking(request)
    decision = allowed(actor, "create", PlanDocument(owner_id=actor.agency_id))
    if not decision:
        raise Denied(decision)
    lists = {"plans": questions.plans(actor), "documents": questions.documents(actor)[:200]}
    form = ReadForm(request.POST or None, request.FILES or None, **lists)
    if request.method == "POST" and form.is_valid() and (document := attempt(form, lambda: _read(request, form))):
        found = len(questions.filings(actor, document))
        told = ngettext("%(count)s commitment proposed.", "%(count)s commitments proposed.", found) % {"count": found}
        messages.success(request, told)
        return redirect("action_plan:file", document.number)
    context = {"form": form, "enctype": True}
    return render(request, "action_plan/read.html", context, status=422 if request.method == "POST" else 200)


def _read(request: HttpRequest, form: ReadForm) -> Any:
    actor, given = asking(request), dict(form.cleaned_data)
    file, plan, earlier = given.pop("file"), given.pop("plan"), given.pop("earlier")
    try:
        return read_document(
            actor, file.name, file.whole(LARGEST), given,
            plan=questions.plans(actor).filter(number=plan).first() if plan else None,
            earlier=questions.documents(actor).filter(number=earlier).first() if earlier else None,
        )  # fmt: skip
    except (BadDocument, BadFile) as bad:
        form.add_error("file", str(bad))
        return None
