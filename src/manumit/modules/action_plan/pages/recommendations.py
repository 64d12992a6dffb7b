"""Recommendations and their answers; those without one first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking, attempt

from .. import advice_questions, questions
from ..actions.answer_recommendation import answer_recommendation
from ..models import Recommendation
from .forms import AnswerForm


@guarded("read_summary", "recommendation")
def recommendations(request: HttpRequest) -> HttpResponse:
    """Show the recommendations."""
    actor = asking(request)
    found = list(questions.recommendations(actor)[:300])
    asked = advice_questions.beside(actor, recommendation__in=[each.pk for each in found])
    context = {
        "recommendations": [(each, [pair for pair in asked if pair[0].recommendation_id == each.pk]) for each in found],
        "may_add": bool(actor.roles & {"secretariat", "council"}),
        "may_publish": "secretariat" in actor.roles,
        "today": questions.today(),
        "agency": actor.agency_id,
    }
    return render(request, "action_plan/recommendations.html", context)


@guarded("edit", "recommendation")
def answer(request: HttpRequest, record: Recommendation) -> HttpResponse:
    """Answer one for the addressee."""
    form = AnswerForm(request.POST or None, initial={"version": record.version, "answer": record.answer})

    def act() -> Recommendation:
        given = form.cleaned_data
        return answer_recommendation(
            asking(request), record, given["answer"], given["reasons"], expected_version=given["version"]
        )

    if request.method == "POST" and form.is_valid() and attempt(form, act) is not None:
        messages.success(request, _("Answered."))
        return redirect("action_plan:recommendations")
    context = {"form": form, "title": _("Answer the recommendation"), "about": record.text, "back": "../../"}
    return render(request, "action_plan/asked.html", context, status=422 if request.method == "POST" else 200)
