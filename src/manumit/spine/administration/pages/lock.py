"""The locked session: whoever sits here shows one factor to go on where they were."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from manumit.spine import ui
from manumit.spine.access.routes import signed_in
from manumit.spine.ui.shell import BareShell

from .. import session_state
from ..actions.lock_session import lock_session
from ..actions.unlock_session import unlock_session
from ..forms.factor import FactorAgainForm, PasskeyAgainForm

REASON = "Only the person of this session can unlock it"


@signed_in(REASON, acting=False)
def lock(request: HttpRequest) -> HttpResponse:
    """Lock the session (POST without a code), or show the page that unlocks it."""
    if request.method == "POST" and "code" in request.POST:
        return _try_code(request)
    if request.method == "POST" and not session_state.is_locked(request.session):
        lock_session(request, because="asked")
    if not session_state.is_locked(request.session):
        return HttpResponseRedirect(back(request))
    return _page(request, FactorAgainForm(user=request.user))


@signed_in(REASON, acting=False)
@require_POST
def unlock_passkey(request: HttpRequest) -> HttpResponse:
    """Unlock with a passkey; in the demonstration, whose people have no factor, with nothing."""
    if _needs_nothing(request):
        return _unlocked(request, "demonstration")
    form = PasskeyAgainForm(request.POST, user=request.user)  # type: ignore[call-arg]
    if not form.is_valid():
        return _page(request, FactorAgainForm(user=request.user), failed=True)
    form.save()
    return _unlocked(request, Authenticator.Type.WEBAUTHN)


def back(request: HttpRequest) -> str:
    """Return the address of this site to go back to: `next`, or the start page."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    return wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()) else "/"


def _try_code(request: HttpRequest) -> HttpResponse:
    form = FactorAgainForm(request.POST, user=request.user)
    if not form.is_valid():
        return _page(request, form)
    form.save()
    return _unlocked(request, form.authenticator.type)


def _unlocked(request: HttpRequest, factor: str) -> HttpResponse:
    unlock_session(request, factor)
    return HttpResponseRedirect(back(request))


def _needs_nothing(request: HttpRequest) -> bool:
    return settings.MANUMIT_DEMO and not _factors(request)


def _factors(request: HttpRequest) -> set[str]:
    return set(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))


def _page(request: HttpRequest, form: Any, failed: bool = False) -> HttpResponse:
    factors = _factors(request)
    context: dict[str, Any] = {"form": form, "factors": factors, "next": back(request), "failed": failed}
    context["shell"] = BareShell(request)  # whoever passes by a locked screen reads no name on it
    if Authenticator.Type.WEBAUTHN in factors:
        context["passkey"] = {"request_options": auth.begin_authentication(request.user)}
    context["demonstration"] = _needs_nothing(request)
    return ui.render(request, "administration/lock.html", context)
