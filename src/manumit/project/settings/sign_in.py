"""How people sign in: allauth for factors and outside providers, axes as the one lockout, sessions that end."""

import os
from datetime import timedelta
from typing import Any

SECRET_KEY_FALLBACKS = os.environ.get("MANUMIT_OLD_SECRET_KEYS", "").split()
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
    }.items()
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/purpose/"
LOGOUT_REDIRECT_URL = "/sign-in/"

ACCOUNT_ADAPTER = "manumit.spine.administration.sign_in.account.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_FORMS = {
    "login": "manumit.spine.administration.forms.password.SignInForm",
    "reauthenticate": "manumit.spine.administration.forms.password.PasswordAgainForm",
    "set_password": "manumit.spine.administration.forms.password.NewPasswordForm",
    "change_password": "manumit.spine.administration.forms.password.OtherPasswordForm",
}

MFA_ADAPTER = "manumit.spine.administration.sign_in.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 10
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = False
MFA_FORMS = {
    "authenticate": "manumit.spine.administration.forms.factor.FactorForm",
    "reauthenticate": "manumit.spine.administration.forms.factor.FactorAgainForm",
    "login_webauthn": "manumit.spine.administration.forms.factor.PasskeySignInForm",
    "authenticate_webauthn": "manumit.spine.administration.forms.factor.PasskeyFactorForm",
    "reauthenticate_webauthn": "manumit.spine.administration.forms.factor.PasskeyAgainForm",
    "activate_totp": "manumit.spine.administration.forms.factor.SetUpAppForm",
    "add_webauthn": "manumit.spine.administration.forms.factor.AddPasskeyForm",
}

SOCIALACCOUNT_ADAPTER = "manumit.spine.administration.sign_in.provider.ProviderAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"


def oidc_providers() -> list[dict[str, Any]]:
    """Return the outside sign-in provider the environment names, as allauth takes it; none without a server."""
    server = os.environ.get("MANUMIT_OIDC_SERVER")
    if not server:
        return []
    return [
        {
            "provider_id": "agency",
            "name": os.environ.get("MANUMIT_OIDC_NAME", "My agency"),
            "client_id": os.environ.get("MANUMIT_OIDC_CLIENT_ID", ""),
            "secret": os.environ.get("MANUMIT_OIDC_SECRET", ""),
            "settings": {"server_url": server, "oauth_pkce_enabled": True, "fetch_userinfo": False},
        }
    ]


MANUMIT_SIGN_IN_ADDRESSES = os.environ.get("MANUMIT_OIDC_FORM", os.environ.get("MANUMIT_OIDC_SERVER", "")).split()
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": oidc_providers()}}

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = "manumit.spine.administration.sign_in.lockout.parameters"
AXES_USERNAME_CALLABLE = "manumit.spine.administration.sign_in.lockout.username"
AXES_CLIENT_IP_CALLABLE = "manumit.spine.administration.sign_in.lockout.client_address"
AXES_LOCKOUT_CALLABLE = "manumit.spine.administration.pages.locked_out.response"
AXES_CLIENT_STR_CALLABLE = "manumit.spine.administration.sign_in.lockout.nameless"
AXES_SENSITIVE_PARAMETERS = ["login", "password", "code", "credential", "csrfmiddlewaretoken"]
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

SESSION_ENGINE = "manumit.spine.administration.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = False
MANUMIT_SESSION_HOURS = float(os.environ.get("MANUMIT_SESSION_HOURS", "12"))
MANUMIT_SESSION_IDLE_MINUTES = float(os.environ.get("MANUMIT_SESSION_IDLE_MINUTES", "15"))
SESSION_COOKIE_AGE = int(MANUMIT_SESSION_HOURS * 3600)
MANUMIT_PROXY_COUNT = int(os.environ.get("MANUMIT_PROXY_COUNT", "0"))
MANUMIT_PASSKEY_DOMAIN = os.environ.get("MANUMIT_PASSKEY_DOMAIN", "")
MANUMIT_INVITATION_DAYS = float(os.environ.get("MANUMIT_INVITATION_DAYS", "7"))
