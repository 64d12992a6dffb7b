"""The people of one's agency: who they are, what they may do, and until when."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from manumit.spine import ui
from manumit.spine.access import allowed
from manumit.spine.access.routes import guarded
from manumit.spine.audit import questions
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Membership
from manumit.spine.ui.forms import open_form

from .. import scopes
from ..actions.change_roles import change_roles
from ..actions.end_membership import end_membership
from ..actions.pause_membership import pause_membership, resume_membership
from ..actions.reset_factors import reset_factors
from ..actions.revoke_token import revoke_token
from ..forms.people import EndForm, RolesForm
from ..refusals import Refused
from .asker import acting
from .refusing import attempt

Change = Callable[[Actor | None, Membership], None]
CHANGES: dict[str, tuple[Change, Any]] = {
    "pause": (pause_membership, _("The membership is paused.")),
    "resume": (resume_membership, _("The membership is active.")),
}


@guarded("read_summary", "membership")
def people(request: HttpRequest) -> HttpResponse:
    """List the people of the agency acted for, filtered by `?q=` in name or address."""
    actor, wanted = acting(request), request.GET.get("q", "").strip()
    rows = scopes.memberships(actor)
    rows = rows.filter(person__full_name__icontains=wanted) if wanted else rows
    context = {"people": rows, "q": wanted, "may_invite": Role.ADMINISTRATOR in actor.roles}
    return ui.render(request, "administration/people.html", context)


@guarded("read_summary", "membership")
def person(request: HttpRequest, key: int) -> HttpResponse:
    """Show one person of the agency and, to an administrator, what may be changed."""
    actor = acting(request)
    kept: Membership = scopes.one(actor, "read_summary", "membership", key)
    may_edit = allowed(actor, "edit", kept).allowed
    own = kept.person_id == actor.person_id
    context = {
        "membership": kept, "own": own,
        "may_edit": may_edit and not own, "over": bool(kept.until_on and kept.until_on < timezone.localdate()),
        "tokens": kept.tokens.filter(revoked_at=None, expires_at__gt=timezone.now()) if may_edit else [],
        "history": _history(actor, kept),
    }  # fmt: skip
    return ui.render(request, "administration/person.html", context)


@guarded("edit", "membership")
def roles(request: HttpRequest, key: int) -> HttpResponse:
    """Change somebody's roles."""
    kept = _edited(request, key)
    operator = Role.OPERATOR in acting(request).roles
    form = open_form(RolesForm, request, initial={"roles": kept.roles}, operator=operator)
    return _change(request, kept, form, _("Roles"), lambda data: change_roles(acting(request), kept, data["roles"]))


@guarded("edit", "membership")
def end(request: HttpRequest, key: int) -> HttpResponse:
    """End somebody's membership."""
    kept = _edited(request, key)
    form = open_form(EndForm, request, initial={"until_on": timezone.localdate()})
    return _change(
        request, kept, form, _("End the membership"), lambda data: end_membership(acting(request), kept, **data)
    )


@guarded("edit", "membership")
@require_POST
def change(request: HttpRequest, key: int, verb: str) -> HttpResponse:
    """Pause or resume a membership."""
    kept = _edited(request, key)
    deed, done = CHANGES[verb]
    answer: HttpResponse = attempt(request, lambda: deed(acting(request), kept), done, "person", kept.pk)
    return answer


@guarded("edit", "membership")
def reset(request: HttpRequest, key: int) -> HttpResponse:
    """Reset lost factors and show the set-up link once, to be handed over in person."""
    kept, actor = _edited(request, key), acting(request)
    if request.method != "POST":
        return ui.render(request, "administration/reset.html", {"membership": kept})
    try:
        link = request.build_absolute_uri(reverse("sign_in_link", args=[reset_factors(actor, kept)]))
    except Refused as refused:
        return ui.render(
            request, "administration/reset.html", {"membership": kept, "refused": refused.reason}, status=422
        )
    return ui.render(request, "administration/reset_done.html", {"membership": kept, "link": link})


@guarded("edit", "membership")
@require_POST
def revoke(request: HttpRequest, key: int, token: int) -> HttpResponse:
    """Revoke a token of somebody of the agency."""
    kept, actor = _edited(request, key), acting(request)
    row = kept.tokens.filter(pk=token).first()
    if row:
        revoke_token(actor, row)
    return redirect("person", kept.pk)


def _edited(request: HttpRequest, key: int) -> Membership:
    found: Membership = scopes.one(acting(request), "edit", "membership", key)
    return found


def _history(actor: Actor | None, kept: Membership) -> list[Any]:
    return list(questions.history_of("membership", kept.pk).acts) if allowed(actor, "read_log", kept) else []


def _change(request: HttpRequest, kept: Membership, form: Any, title: Any, deed: Callable[[Any], None]) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            deed(form.cleaned_data)
            return redirect("person", kept.pk)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    context = {"form": form, "title": title, "lead": str(kept.person), "back": "people"}
    return ui.render(request, "administration/form.html", context, status=422 if form.errors else 200)
