"""Invitations: sending, vouching, withdrawing, accepting."""

from functools import partial

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from manumit.spine import ui
from manumit.spine.access import require
from manumit.spine.access.routes import guarded, open_to_all
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency, Invitation
from manumit.spine.ui import drafts
from manumit.spine.ui.forms import open_form

from .. import scopes
from ..actions.accept_invitation import accept_invitation, find_invitation
from ..actions.invite import invite
from ..actions.use_link import LinkRefused
from ..actions.vouch import vouch
from ..actions.withdraw_invitation import withdraw_invitation
from ..forms.people import AcceptForm, InviteForm
from ..refusals import Refused
from .asker import acting
from .refusing import attempt

INVITING = frozenset({Role.ADMINISTRATOR, Role.OPERATOR})


@guarded("read_summary", "invitation")
def invitations(request: HttpRequest) -> HttpResponse:
    """List the invitations into one's agency, or sent from it."""
    actor = acting(request)
    context = {
        "invitations": scopes.invitations(actor), "now": timezone.now(),
        "may_invite": bool(actor.roles & INVITING),
        "may_withdraw": set(scopes.invitations(actor, "edit").values_list("pk", flat=True)),
    }  # fmt: skip
    return ui.render(request, "administration/invitations.html", context)


@guarded("create", "invitation")
def new_invitation(request: HttpRequest) -> HttpResponse:
    """Invite somebody."""
    actor = acting(request)
    require(actor, "create", _into_own_agency(actor))
    form = open_form(
        InviteForm,
        request,
        agencies=_reachable(actor),
        operator=Role.OPERATOR in actor.roles,
        initial={"agency": actor.agency_id},
    )
    if form.is_bound and form.is_valid():
        try:
            invite(actor, **form.cleaned_data)
            drafts.discard(request)
            return redirect("invitations")
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    context = {"form": form, "title": _("Invite somebody"), "back": "invitations"}
    return ui.render(request, "administration/form.html", context, status=422 if form.errors else 200)


@guarded("supervise", "invitation")
@require_POST
def vouch_for(request: HttpRequest, key: int) -> HttpResponse:
    """Vouch for an invited person; the mail goes out."""
    kept: Invitation = scopes.one(acting(request), "supervise", "invitation", key)
    site = request.build_absolute_uri("/").rstrip("/")
    deed = partial(vouch, acting(request), kept, site)
    answer: HttpResponse = attempt(request, deed, _("The invitation is on its way."), "invitations")
    return answer


@guarded("edit", "invitation")
@require_POST
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Withdraw an invitation."""
    kept: Invitation = scopes.one(acting(request), "edit", "invitation", key)
    deed = partial(withdraw_invitation, acting(request), kept)
    answer: HttpResponse = attempt(request, deed, _("The invitation is withdrawn."), "invitations")
    return answer


@open_to_all("Whoever holds an invitation has no account yet")
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation, and go on to set up how to sign in."""
    try:
        invitation = find_invitation(token)
        form = AcceptForm(request.POST or None, initial={"full_name": invitation.full_name})
        if form.is_bound and form.is_valid():
            accept_invitation(request, invitation, form.cleaned_data["full_name"])
            return redirect("set_up" if request.user.is_authenticated else settings.LOGIN_URL)
    except LinkRefused:
        return ui.render(request, "administration/link_refused.html", {}, status=410)
    context = {"form": form, "invitation": invitation, "roles": [Role(role).label for role in invitation.roles]}
    return ui.render(request, "administration/accept.html", context, status=422 if form.errors else 200)


def _into_own_agency(actor: Actor) -> Invitation:
    return Invitation(agency_id=actor.agency_id, inviting_agency_id=actor.agency_id)


def _reachable(actor: Actor) -> QuerySet[Agency]:
    rows = Agency.objects.filter(active=True).order_by("name")
    return rows if Role.OPERATOR in actor.roles else rows.filter(pk=actor.agency_id)
