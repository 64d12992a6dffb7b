"""Who asks: a bearer token, which carries scopes and a purpose, or the browser's session with its CSRF token."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, HttpBearer

from manumit.spine.access.actors import actor_for
from manumit.spine.access.middleware import actor_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import ApiToken
from manumit.values import secret_tokens


class Token(HttpBearer):
    """A token made under Account, for programs. It must hold the operation's scope."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """Return the token's actor, None for a token that is unknown, ended or revoked. Raises HttpError 403."""
        found = _live(token)
        actor = actor_for(found.membership_id, found.purpose) if found else None
        if found is None or actor is None or not actor.active:
            return None
        if self.scope not in found.scopes:
            raise HttpError(403, f"This token lacks the scope {self.scope}.")
        request.actor = actor  # type: ignore[attr-defined]
        return actor


class Session(APIKeyCookie):
    """The browser's session. Requests that change something need the CSRF token in `X-CSRFToken`."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Actor | None:
        """Return the session's actor, None without one. Raises HttpError 403 where the CSRF token is missing."""
        actor = actor_of(request)
        return actor if actor and super().__call__(request) else None

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """Return the actor the middleware found."""
        return actor_of(request)


def may(scope: str) -> list[Any]:
    """Return the two ways to ask; pass it as an operation's `auth`. `scope` is `<module>:read` or `<module>:write`."""
    return [Token(scope), Session()]


def _live(token: str) -> ApiToken | None:
    now = timezone.now()
    rows = ApiToken.objects.filter(token_hash=secret_tokens.digest(token), revoked_at=None, expires_at__gt=now)
    return rows.only("membership_id", "purpose", "scopes").first()
