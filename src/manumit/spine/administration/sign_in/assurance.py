"""How strongly the person of this session proved who they are."""

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

FACTOR = "mfa"
PROVIDER_FACTOR = "provider_factor"
DEMO_LINK = "demo_link"


def is_strong(request: HttpRequest) -> bool:
    """Return whether a second factor was shown in this session: here, or to an outside provider that says so.

    A demonstration link counts in the demonstration only. Records are bound to the person, so what somebody else
    showed in the same browser does not count.
    """
    methods = {record["method"] for record in get_authentication_records(request, request.user)}
    return bool(methods & {FACTOR, PROVIDER_FACTOR}) or (settings.MANUMIT_DEMO and DEMO_LINK in methods)
