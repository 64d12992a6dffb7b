"""What is asked about passwords."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, SetPasswordForm
from django import forms
from django.utils.translation import gettext_lazy as _

LENGTH = _("At least 12 characters; not a common password, nor your name.")


def _unprompted(form: forms.Form) -> None:
    """Take the placeholders away: labels say the same, and stay while one types."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):  # type: ignore[misc]
    """E-mail address and password; an authenticator code is asked next."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["password"].help_text = ""
        _unprompted(self)


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The password, before a sensitive step of somebody without a factor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _unprompted(self)
        self.fields["password"].help_text = ""


class NewPasswordForm(SetPasswordForm):  # type: ignore[misc]
    """A first password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _unprompted(self)
        self.fields["password1"].help_text = LENGTH


class OtherPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """Another password in place of the one there is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _unprompted(self)
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = LENGTH
