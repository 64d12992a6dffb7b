"""My account: factors, sessions, tokens and language of the person signed in."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter as providers
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from manumit.spine import ui
from manumit.spine.access.middleware import actor_of
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.models import ApiToken, Person

from .. import session_state
from ..actions.end_other_sessions import end_other_sessions
from ..models import SignedInSession
from ..sign_in.assurance import is_strong
from .asker import person_of


@signed_in("A person sees their own account", acting=False)
def account(request: HttpRequest) -> HttpResponse:
    """Show what the person of this session signs in with, where they are signed in, and their tokens."""
    if not is_strong(request):
        return redirect("set_up")
    context = _factors(request) | {"sessions": _sessions(request), "tokens": _tokens(request)}
    return ui.render(request, "administration/account.html", context)


@signed_in("A person ends their own sessions", acting=False)
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End every other session of the person."""
    end_other_sessions(request)
    messages.success(request, _("Your other sessions have ended."))
    return redirect("account")


@signed_in("A person chooses their own language", acting=False)
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the person's language for this and later sessions."""
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        Person.objects.filter(pk=person_of(request).pk).update(language=chosen)
        request.session["language"] = chosen
    answer = redirect("account")
    answer.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    return answer


def _factors(request: HttpRequest) -> dict[str, Any]:
    rows = list(Authenticator.objects.filter(user_id=request.user.pk))
    codes = next((row.wrap() for row in rows if row.type == Authenticator.Type.RECOVERY_CODES), None)
    return {
        "app": next((row for row in rows if row.type == Authenticator.Type.TOTP), None),
        "passkeys": [row for row in rows if row.type == Authenticator.Type.WEBAUTHN],
        "codes_left": len(codes.get_unused_codes()) if codes else None,
        "linked": list(SocialAccount.objects.filter(user_id=request.user.pk)),
        "providers": providers().list_providers(request),
        "languages": settings.LANGUAGES,
    }


def _sessions(request: HttpRequest) -> list[dict[str, Any]]:
    rows = SignedInSession.objects.filter(person=person_of(request), expire_date__gt=timezone.now())
    found = [(row.session_key == request.session.session_key, request.session.decode(row.session_data)) for row in rows]
    return [
        {
            "here": here,
            "browser": data.get(session_state.BROWSER, ""),
            "began_at": session_state.moment(data.get(session_state.BEGAN)),
            "seen_at": session_state.moment(data.get(session_state.SEEN)),
        }
        for here, data in found
    ]


def _tokens(request: HttpRequest) -> list[ApiToken]:
    actor = actor_of(request)
    rows = ApiToken.objects.filter(revoked_at=None, expires_at__gt=timezone.now()).order_by("-created_at")
    return list(rows.filter(membership=actor.membership_id)) if actor and actor.membership_id else []
