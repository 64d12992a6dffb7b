"""Questions of DHS and answers of the agency."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from ..actions.write_message import write_message
from ..choices import MessageKind, Stage
from ..models import Message, PresenceRequest
from ..questions import thread_of
from .asking import done, identity_of, sent
from .forms import MessageForm


@guarded("read_correspondence", "presence_request")
def thread(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Show the thread; whoever may, answers a question or asks one more."""
    actor, form = asking(request), MessageForm(sent(request))
    rows = Message.objects.visible_to(actor).filter(request=record)
    number = request.POST.get("answers", "")
    question = rows.filter(pk=int(number)).first() if number.isdigit() else None
    if request.method == "POST" and form.is_valid() and done(
        form, lambda: write_message(actor, record, form.cleaned_data["words"], answers=question)
    ):  # fmt: skip
        return redirect("continued_presence:thread", record.number)
    told = thread_of(actor, record)
    answered = {each["row"].answers_id for each in told}
    open_ones = [
        each for each in told if each["row"].message_kind == MessageKind.QUESTION and each["row"].pk not in answered
    ]
    acts = ("sign", "review")
    may = {act: d.allowed for act, d in zip(acts, decide_many(actor, [(act, record) for act in acts]), strict=True)}
    context = {
        **identity_of(record), "thread": told, "open": open_ones, "may": may, "form": form,
        "asking": record.stage == Stage.INFORMATION, "heading": _("Questions and answers"),
    }  # fmt: skip
    return render(request, "continued_presence/thread.html", context, status=422 if form.errors else 200)
