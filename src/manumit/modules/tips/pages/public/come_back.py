"""The page on which whoever gave a tip reads answers and adds to it, with number and secret."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import open_to_all
from manumit.spine.workflow.refusing import Refused

from ... import form_token
from ...actions.add_word import add_word
from ...actions.read_back import NotOpened, TooManyTries, conversation_of, open_tip
from ...models import Tip
from .forms import BackForm, WordForm
from .unseen import WHY, page, unseen

USE = "word"


@open_to_all(WHY)
@unseen
def come_back(request: HttpRequest) -> HttpResponse:
    """Ask for number and secret; show the conversation; keep what is added to it."""
    if request.method != "POST":
        return _door(request, BackForm())
    if "opened" in request.POST:
        return _added(request)
    form = BackForm(request.POST)
    if not form.is_valid():
        return _door(request, form, 422)
    try:
        return _room(request, open_tip(form.cleaned_data["number"], form.cleaned_data["secret"]))
    except NotOpened:
        form.add_error(None, _("Number and secret do not go together. Check both, character by character."))
    except TooManyTries:
        form.add_error(None, _("Too many wrong tries for this number. Nothing is lost: try again in 15 minutes."))
    return _door(request, form, 422)


def _added(request: HttpRequest) -> HttpResponse:
    form = WordForm(request.POST)
    try:
        number = form_token.granted(request.POST["opened"][:200])
    except form_token.Stale:
        back = BackForm()
        why = _("The conversation was closed after a while. Open it again; what you wrote was not sent.")
        return _door(request, back, 422, why=why, unsent=request.POST.get("text", "")[:10_000])
    if not form.is_valid():
        return _room(request, number, form, 422)
    try:
        add_word(number, form.cleaned_data["text"], form_token.accept(USE, form.cleaned_data["token"]))
    except (Refused, form_token.Stale):
        form.add_error(None, _("This page was open for a long time. Nothing is lost: please send it again."))
        return _room(request, number, form, 422)
    return _room(request, number, added=True)


def _door(request: HttpRequest, form: BackForm, status: int = 200, why: str = "", unsent: str = "") -> HttpResponse:
    return page(request, "back", {"form": form, "why": why, "unsent": unsent}, status=status)


def _room(
    request: HttpRequest, number: str, form: WordForm | None = None, status: int = 200, *, added: bool = False
) -> HttpResponse:
    try:
        said = conversation_of(number)
    except Tip.DoesNotExist:
        return _door(request, BackForm(), 422, why=_("This tip is no longer kept."))
    context = {
        "said": said, "form": form or WordForm(), "added": added, "token": form_token.issue(USE),
        "opened": form_token.grant(number),
    }  # fmt: skip
    return page(request, "conversation", context, status=status)
