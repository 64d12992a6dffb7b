"""What comes from other projects: the route policies of their views, the sensitivity and retention of their tables."""

from typing import Any

ROUTE_POLICIES = {
    "allauth.account.views": "open_to_all: signing in and out; allauth asks for what each step needs",
    "allauth.mfa": "signed_in: a person's own second factors; allauth asks for a fresh sign-in",
    "allauth.socialaccount": "open_to_all: the way to and from an outside identity provider",
    "allauth.headless": "open_to_all: the passkey ceremony",
    "django.contrib.staticfiles.views": "open_to_all: files without data",
    "django.views.i18n": "open_to_all: choice of language",
    "ninja": "guarded: each operation names its scope and asks the actions and questions of its module",
}
TABLES = {
    "account_emailaddress": "personal; kept with the account",
    "account_emailconfirmation": "secret; days",
    "auth_group": "unused; empty",
    "auth_group_permissions": "unused; empty",
    "auth_permission": "internal; made by Django, unused",
    "axes_accessattempt": "personal; until the lockout ends",
    "axes_accessattemptexpiration": "personal; until the lockout ends",
    "axes_accessfailurelog": "personal; a year",
    "axes_accesslog": "personal; a year",
    "django_content_type": "internal; made by Django",
    "django_migrations": "internal; kept",
    "mfa_authenticator": "secret; kept until the person removes the factor",
    "procrastinate_events": "internal; weeks",
    "procrastinate_jobs": "internal: identifiers only, never case content; weeks",
    "procrastinate_periodic_defers": "internal; weeks",
    "procrastinate_workers": "internal; while alive",
    "socialaccount_socialaccount": "personal; kept with the account",
    "socialaccount_socialapp": "secret; unused, providers come from settings",
    "socialaccount_socialtoken": "secret; not stored",
}


def route_policy(view: Any) -> str:
    """Return the policy declared for another project's view, or an empty string."""
    name = f"{getattr(view, '__module__', '')}."
    return next((policy for module, policy in ROUTE_POLICIES.items() if name.startswith(f"{module}.")), "")
