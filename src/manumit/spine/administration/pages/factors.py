"""Setting up and removing factors: allauth's screens, in our words and our log."""

from typing import Any

from allauth.account.views import PasswordChangeView, PasswordSetView, ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from allauth.socialaccount.views import ConnectionsView
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from manumit.spine.access.routes import signed_in

from ..actions.add_factor import add_factor
from ..actions.change_password import change_password
from ..actions.remove_factor import remove_factor
from ..sign_in.factors import FactorAdapter

OWN = signed_in("A person keeps their own factors", acting=False)
TOTP, PASSKEY, CODES = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES


class AddApp(ActivateTOTPView):  # type: ignore[misc]
    """Set up an authenticator app: the code to scan is drawn in the page, so that no `data:` image is needed."""

    template_name = "administration/add_app.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page shows; the drawing comes from our own library, no part of it from a person."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        drawing = context["totp_svg"].partition("?>")[2] or context["totp_svg"]
        return context | {"drawing": mark_safe(drawing)}  # noqa: S308 - drawn by the library from our own address

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the app."""
        response: HttpResponse = super().form_valid(form)
        add_factor(self.request, TOTP)
        return response


class RemoveApp(DeactivateTOTPView):  # type: ignore[misc]
    """Remove the authenticator app, unless it is the only factor."""

    template_name = "administration/remove_app.html"

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it."""
        response: HttpResponse = super().form_valid(form)
        remove_factor(self.request, TOTP)
        return response


class AddPasskey(AddWebAuthnView):  # type: ignore[misc]
    """Set up a passkey."""

    template_name = "administration/add_passkey.html"

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the passkey."""
        response: HttpResponse = super().form_valid(form)
        add_factor(self.request, PASSKEY)
        return response


class RemovePasskey(RemoveWebAuthnView):  # type: ignore[misc]
    """Remove a passkey, unless it is the only factor."""

    template_name = "administration/remove_passkey.html"
    success_url = reverse_lazy("mfa_index")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it."""
        if not FactorAdapter().can_delete_authenticator(self.get_object()):
            messages.error(self.request, _("This is your only second factor. Set up another one first."))
            return HttpResponseRedirect(self.success_url)
        response: HttpResponse = super().form_valid(form)
        remove_factor(self.request, PASSKEY)
        return response


class RecoveryCodes(ViewRecoveryCodesView):  # type: ignore[misc]
    """Recovery codes, shown once."""

    template_name = "administration/recovery_codes.html"


class NewRecoveryCodes(GenerateRecoveryCodesView):  # type: ignore[misc]
    """Make new recovery codes; the old ones stop working."""

    template_name = "administration/new_recovery_codes.html"

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Make them."""
        response: HttpResponse = super().form_valid(form)
        add_factor(self.request, CODES)
        return response


class SetPassword(PasswordSetView):  # type: ignore[misc]
    """Set a first password; a code is asked besides it at every sign-in."""

    template_name = "administration/set_password.html"

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it."""
        response: HttpResponse = super().form_valid(form)
        change_password(self.request)
        return response


class ChangePassword(PasswordChangeView):  # type: ignore[misc]
    """Change the password; every other session of the person ends."""

    template_name = "administration/change_password.html"

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it."""
        response: HttpResponse = super().form_valid(form)
        change_password(self.request)
        return response


class PasswordAgain(ReauthenticateView):  # type: ignore[misc]
    """Ask the password again; only of somebody who has no factor yet."""

    template_name = "administration/password_again.html"


class CodeAgain(CodeAgainView):  # type: ignore[misc]
    """Ask a code again before a sensitive step."""

    template_name = "administration/code_again.html"


class PasskeyAgain(ReauthenticateWebAuthnView):  # type: ignore[misc]
    """Ask for the passkey again before a sensitive step."""

    template_name = "administration/passkey_again.html"


class Outside(ConnectionsView):  # type: ignore[misc]
    """Unlink an outside account."""

    template_name = "administration/outside.html"
    success_url = reverse_lazy("mfa_index")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Unlink it."""
        response: HttpResponse = super().form_valid(form)
        remove_factor(self.request, "provider")
        return response


add_app = OWN(AddApp.as_view())
remove_app = OWN(RemoveApp.as_view())
add_passkey = OWN(AddPasskey.as_view())
remove_passkey = OWN(RemovePasskey.as_view())
recovery_codes = OWN(RecoveryCodes.as_view())
new_recovery_codes = OWN(NewRecoveryCodes.as_view())
set_password = OWN(SetPassword.as_view())
change_own_password = OWN(ChangePassword.as_view())
password_again = OWN(PasswordAgain.as_view())
code_again = OWN(CodeAgain.as_view())
passkey_again = OWN(PasskeyAgain.as_view())
outside = OWN(Outside.as_view())
