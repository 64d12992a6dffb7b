"""My account: factors, sessions, tokens and language of the person signed in."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.http import HttpRequest, HttpResponse

from manumit.spine import ui
from manumit.spine.access.routes import signed_in


@signed_in("A person sees their own account", acting=False)
def account(request: HttpRequest) -> HttpResponse:
    """Show what the person of this session signs in with."""
    return ui.render(request, "administration/account.html", _factors(request))


def _factors(request: HttpRequest) -> dict[str, Any]:
    rows = list(Authenticator.objects.filter(user_id=request.user.pk))
    return {
        "app": next((row for row in rows if row.type == Authenticator.Type.TOTP), None),
        "passkeys": [row for row in rows if row.type == Authenticator.Type.WEBAUTHN],
        "codes": next((row.wrap() for row in rows if row.type == Authenticator.Type.RECOVERY_CODES), None),
        "linked": list(SocialAccount.objects.filter(user_id=request.user.pk)),
    }
