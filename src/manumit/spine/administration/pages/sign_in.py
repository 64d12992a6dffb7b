"""Signing in: a passkey, or e-mail address and password followed by a code, or an outside provider."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from allauth.socialaccount.adapter import get_adapter as providers
from allauth.socialaccount.providers.openid_connect.views import callback, login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from manumit.spine.access.routes import open_to_all

from ..actions.refuse_sign_in import refuse_sign_in


class SignIn(LoginView):  # type: ignore[misc]
    """The sign-in page. One answer for a wrong password and for an address nobody has."""

    template_name = "administration/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page shows, with the outside providers there are."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"providers": providers().list_providers(self.request)}


class Factor(AuthenticateView):  # type: ignore[misc]
    """The second step: a code or a passkey."""

    template_name = "administration/factor.html"


class PasskeySignIn(LoginWebAuthnView):  # type: ignore[misc]
    """Signing in with a passkey alone."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Record the failure and go back to the sign-in page."""
        refuse_sign_in("", method="passkey")
        response: HttpResponse = super().form_invalid(form)
        return response


sign_in = open_to_all("Nobody is signed in yet")(SignIn.as_view())
factor = open_to_all("The second step of signing in")(Factor.as_view())
passkey_sign_in = open_to_all("Nobody is signed in yet")(never_cache(PasskeySignIn.as_view()))


@open_to_all("Nobody is signed in yet")
@require_POST
def provider_sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the browser to the outside provider."""
    response: HttpResponse = login(request, provider_id)
    return response


@open_to_all("The outside provider sends people back here")
def provider_return(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the provider's answer."""
    response: HttpResponse = callback(request, provider_id)
    return response
