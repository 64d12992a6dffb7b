"""Use a link that signs in once."""

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from manumit.spine.identity.models import LinkReason, SignInLink
from manumit.values import secret_tokens

from ..sign_in.assurance import DEMO_LINK
from .begin_session import begin_session

METHOD = {LinkReason.DEMO.value: DEMO_LINK, LinkReason.SET_UP.value: "set_up_link"}


class LinkRefused(Exception):
    """A link that does not sign in: unknown, used, ended, or its person's account closed. Which, it does not say."""


def find_link(token: str) -> SignInLink:
    """Return the live link of `token`. Raises LinkRefused."""
    live = SignInLink.objects.filter(used_at=None, expires_at__gt=timezone.now(), person__is_active=True)
    link = live.filter(token_hash=secret_tokens.digest(token)).select_related("person").first()
    if link is None or (link.reason == LinkReason.DEMO and not settings.MANUMIT_DEMO):
        raise LinkRefused
    return link


@transaction.atomic
def use_link(request: HttpRequest, link: SignInLink) -> None:
    """Spend `link` and sign its person in. Of two at once, one is refused with LinkRefused.

    The session counts as freshly proven, so that a factor can be set up at once.
    """
    spent = SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=timezone.now())
    if not spent:
        raise LinkRefused
    begin_session(request, link.person, method=METHOD[link.reason])
    record_authentication(request, link.person, METHOD[link.reason], reauthenticated=True)
