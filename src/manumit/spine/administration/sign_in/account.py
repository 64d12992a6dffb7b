"""allauth's account adapter: nobody registers, everybody goes on to choose agency and purpose."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.utils import get_next_redirect_url
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from manumit.spine.identity.models import Person

from ..actions.begin_session import begin_session
from ..actions.end_session import end_session
from ..actions.refuse_sign_in import refuse_sign_in
from . import lockout


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Fits allauth's account flows to people who come by invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: accounts come from invitations."""
        return False

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Show errors only; our own pages say what succeeded."""
        if level >= messages.ERROR:
            super().add_message(request, level, *args, **kwargs)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Record a wrong password or unknown address."""
        refuse_sign_in(str(credentials.get("email", "")), method="password")

    def login(self, request: HttpRequest, user: Person) -> None:
        """Begin the session, under a new key."""
        methods = [str(record.get("type") or record["method"]) for record in get_authentication_records(request, user)]
        begin_session(request, user, method="+".join(methods))

    def logout(self, request: HttpRequest) -> None:
        """End the session."""
        end_session(request, because="asked")

    def post_login(self, request: HttpRequest, user: Person, **hook: Any) -> HttpResponse:
        """Lead to the choice of agency and purpose, and from there to the page asked for."""
        wanted = get_next_redirect_url(request) or hook.get("redirect_url")
        query = f"?{urlencode({'next': wanted})}" if wanted else ""
        return HttpResponseRedirect(reverse("purpose") + query)

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        """Answer as to a wrong password: whether an account was closed is nobody's business."""
        messages.error(request, _("The email address and/or password you specified are not correct."))
        return HttpResponseRedirect(reverse("account_login"))

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return the page where agency and purpose are chosen."""
        return reverse("purpose")

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the client's address as the lockout sees it."""
        return lockout.client_address(request)

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, Any]]:
        """Return how a person proves presence again: a factor where there is one, never then a password alone."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        factors = [method for method in methods if method["id"] != "reauthenticate"]
        return factors or methods

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Return whether `password` is that of `user`."""
        found = authenticate(self.request, email=user.email, password=password)
        if found is None:
            self.authentication_failed(self.request, email=user.email)
        return found is not None and found.pk == user.pk
