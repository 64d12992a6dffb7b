"""Links that sign in once: the demonstration's, and those that set up a first or a lost factor."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from manumit.spine import ui
from manumit.spine.access.routes import open_to_all
from manumit.spine.identity.models import LinkReason, SignInLink

from ..actions.use_link import LinkRefused, find_link, use_link


@open_to_all("Whoever holds the link is not signed in yet")
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Use the link. A set-up link came by mail, where scanners open links: it is used by a button, not by opening."""
    try:
        link = find_link(token)
        if link.reason == LinkReason.SET_UP and request.method != "POST":
            return ui.render(request, "administration/use_link.html", {"link": link})
        return HttpResponse() if request.method == "HEAD" else _use(request, link)
    except LinkRefused:
        return _refused(request)


def _use(request: HttpRequest, link: SignInLink) -> HttpResponse:
    use_link(request, link)
    return HttpResponseRedirect(reverse("purpose" if link.reason == LinkReason.DEMO else "set_up"))


def _refused(request: HttpRequest) -> HttpResponse:
    answer = ui.render(request, "administration/link_refused.html", {})
    answer.status_code = 410
    return answer
