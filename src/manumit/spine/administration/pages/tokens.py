"""Tokens with which programs act for the person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from manumit.spine import ui
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.models import ApiToken

from ..actions.create_token import create_token
from ..actions.revoke_token import revoke_token
from ..forms.token import TokenForm
from ..refusals import Refused
from .asker import acting

OWN = "A person makes tokens of their own membership, which may do no more than they may"


@signed_in(OWN)
def new_token(request: HttpRequest) -> HttpResponse:
    """Make a token and show it once."""
    actor, form = acting(request), TokenForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            token = create_token(actor, **form.cleaned_data)
            return ui.render(request, "administration/token.html", {"token": token})
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    return ui.render(request, "administration/new_token.html", {"form": form}, status=422 if form.errors else 200)


@signed_in(OWN)
@require_POST
def end_token(request: HttpRequest, key: int) -> HttpResponse:
    """Revoke a token of one's own."""
    actor = acting(request)
    row = ApiToken.objects.filter(pk=key, membership=actor.membership_id or 0).first()
    if row:
        revoke_token(actor, row)
    return redirect("account")
