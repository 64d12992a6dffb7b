"""allauth's adapter for outside providers (OIDC): they sign in people who linked them, and create nobody."""

from typing import Any, Never

from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ..actions.refuse_sign_in import refuse_sign_in
from .assurance import PROVIDER_FACTOR

MANY_FACTORS = "mfa"  # RFC 8176, "Authentication Method Reference Values"


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Fits outside sign-in to people who come by invitation only."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Return False: accounts come from invitations."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse an account nobody linked; note whether the provider asked for several factors."""
        if sociallogin.state.get("process") == "connect":
            return
        if not sociallogin.is_existing:
            refuse_sign_in("", method="provider")
            _refuse(request, _("This outside account is not linked to anybody here. Sign in and link it first."))
        if MANY_FACTORS in _methods(sociallogin):
            record_authentication(request, sociallogin.user, PROVIDER_FACTOR)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        """Answer a failed visit to the provider with the sign-in page."""
        _refuse(request, _("The outside provider did not sign you in. Try again, or use another way."))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        """Return the account page, where the link now shows."""
        return reverse("mfa_index")


def _methods(sociallogin: SocialLogin) -> list[str]:
    claims = sociallogin.account.extra_data
    found = claims.get("id_token", claims).get("amr", [])
    return found if isinstance(found, list) else []


def _refuse(request: HttpRequest, text: str) -> Never:
    messages.error(request, text)
    raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))
