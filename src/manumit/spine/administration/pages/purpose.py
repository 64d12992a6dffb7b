"""The choice of agency and purpose, before anything can be read."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from manumit.spine import ui
from manumit.spine.access.middleware import MEMBERSHIP_KEY, PURPOSE_KEY
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.models import Membership, Person

from .. import terms
from ..actions.choose_purpose import choose_purpose
from ..forms.purpose import PurposeForm
from ..memberships import live_of
from ..sign_in.assurance import is_strong
from .asker import person_of
from .lock import back


@signed_in("A person chooses among their own agencies and purposes", acting=False)
def purpose(request: HttpRequest) -> HttpResponse:
    """Ask for agency and purpose; whoever has shown no second factor sets one up first."""
    person = person_of(request)
    if not is_strong(request):
        return HttpResponseRedirect(reverse("set_up"))
    memberships = list(live_of(person.pk))
    form = PurposeForm(
        request.POST or None, memberships=memberships, terms_due=person.terms_version != terms.VERSION,
        initial=_initial(request, memberships),
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        return _choose(request, person, form)
    context = {"form": form, "memberships": memberships, "next": back(request)}
    return ui.render(request, "administration/purpose.html", context, status=422 if form.errors else 200)


def _initial(request: HttpRequest, memberships: list[Membership]) -> dict[str, str]:
    chosen = request.session.get(MEMBERSHIP_KEY) or (memberships[0].pk if len(memberships) == 1 else "")
    return {"membership": str(chosen), "purpose": request.session.get(PURPOSE_KEY, "")}


def _choose(request: HttpRequest, person: Person, form: PurposeForm) -> HttpResponse:
    choose_purpose(request, form.cleaned_data["membership"], form.cleaned_data["purpose"], "terms" in form.fields)
    request.session["language"] = person.language
    return HttpResponseRedirect(back(request))
