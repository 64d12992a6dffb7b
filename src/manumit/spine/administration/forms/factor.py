"""What is asked of a second factor."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..actions.refuse_sign_in import refuse_sign_in
from ..sign_in import lockout, replay

MALFORMED = (LookupError, TypeError, ValueError, AttributeError)
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": "20"}


class _Guarded(forms.Form):
    """Counts wrong codes against the person, refuses spent ones."""

    user: Any
    authenticator: Authenticator

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from your authenticator app, or a recovery code")
        self.fields["code"].widget.attrs = dict(CODE)

    def clean_code(self) -> str:
        """Return the code. Raises ValidationError if it is wrong, spent, or the person is locked out."""
        if not lockout.is_open(context.request, self.user):
            lockout.refuse(context.request, self.user)
            raise get_adapter().validation_error("incorrect_code")
        try:
            return self._right(super().clean_code())  # type: ignore[misc]
        except ValidationError:
            refuse_sign_in(self.user.email, method="factor")
            lockout.count_failure(context.request, self.user)
            raise

    def _right(self, code: str) -> str:
        if self.authenticator.type == Authenticator.Type.TOTP and not replay.spend(self.authenticator, code):
            raise get_adapter().validation_error("incorrect_code")
        lockout.forget_failures(self.user)
        return code


class FactorForm(_Guarded, AuthenticateForm):  # type: ignore[misc]
    """The code asked at sign-in."""


class FactorAgainForm(_Guarded, ReauthenticateForm):  # type: ignore[misc]
    """The code asked before a sensitive step, or to unlock."""


class _Sound(forms.Form):
    """Refuses a credential that is no credential: the library below takes its parts for granted."""

    def clean_credential(self) -> Authenticator:
        """Return the passkey. Raises ValidationError where it is not the person's, or not one at all."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except MALFORMED as error:
            raise get_adapter().validation_error("incorrect_code") from error


class PasskeySignInForm(_Sound, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey alone."""


class PasskeyFactorForm(_Sound, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as second step."""


class PasskeyAgainForm(_Sound, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey before a sensitive step, or to unlock."""


class SetUpAppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code that the app shows")
        self.fields["code"].widget.attrs = dict(CODE)


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey; able to sign in alone unless the person says otherwise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of this passkey")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].label = _("Sign in with this passkey alone")
        self.fields["passwordless"].help_text = _("The device then asks for its PIN, fingerprint or face.")

    def clean(self) -> dict[str, Any]:
        """Return the passkey's parts. Raises ValidationError where it is no passkey."""
        try:
            return super().clean()  # type: ignore[no-any-return]
        except MALFORMED as error:
            raise get_adapter().validation_error("incorrect_code") from error
