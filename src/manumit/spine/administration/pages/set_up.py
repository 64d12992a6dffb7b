"""The first steps of an account: a way to sign in with two factors, before anything else."""

from typing import Any

from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter as providers
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from manumit.spine import ui
from manumit.spine.access.routes import signed_in

from ..sign_in.assurance import is_strong
from .asker import person_of


@signed_in("A person sets up their own factors", acting=False)
def set_up(request: HttpRequest) -> HttpResponse:
    """Offer a passkey, or a password with an authenticator app, or an outside provider."""
    if is_strong(request):
        return HttpResponseRedirect(reverse("purpose"))
    return ui.render(request, "administration/set_up.html", _context(request))


def _context(request: HttpRequest) -> dict[str, Any]:
    factors = set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))
    return {
        "factors": factors,
        "has_password": person_of(request).has_usable_password(),
        "must_show": bool(factors) and bool(get_reauthentication_flows(request.user)),
        "providers": providers().list_providers(request),
    }
