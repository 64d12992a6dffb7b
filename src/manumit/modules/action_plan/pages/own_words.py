"""One's own words: everything a council member or consultant said, and the name shown with each, or none."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import advice_questions as questions
from ..actions.choose_name import choose_name, choose_name_everywhere
from .advice import LARGEST
from .advice_forms import EverywhereForm, ShownForm
from .asking import ask

OWN = "Each person reads and changes only what is shown of their own words"


@signed_in(OWN)
def own_words(request: HttpRequest) -> HttpResponse:
    """Show what the person said, with the name shown."""
    found = questions.own(asking(request))
    context = {
        "words": [each for each in found if each.words],
        "hours": [each.paid_hours for each in found if each.paid_hours],
    }
    return render(request, "action_plan/own_words.html", context)


@signed_in(OWN)
def own_word(request: HttpRequest, voice_id: int) -> HttpResponse:
    """Choose what is shown with one advice or comment."""
    voice = questions.own(asking(request)).filter(pk=min(voice_id, LARGEST - 1)).first()
    if voice is None or voice.words is None:
        raise Http404
    shown = {"named": voice.words.named, "may_publish": getattr(voice.words, "may_publish", False)}
    form = ShownForm(request.POST or None, initial=shown)
    if not voice.advice_id:
        form.fields.pop("may_publish")

    def act() -> Any:
        return choose_name(asking(request), voice, **form.cleaned_data)

    return ask(request, form, _("What is shown"), act, back=reverse("action_plan:own_words"), about=voice.words.text)


@signed_in(OWN)
def own_name(request: HttpRequest) -> HttpResponse:
    """Choose one name, or none, for everything said."""
    form = EverywhereForm(request.POST or None)

    def act() -> Any:
        return choose_name_everywhere(asking(request), form.cleaned_data["named"])

    return ask(request, form, _("One name for all"), act, back=reverse("action_plan:own_words"))
