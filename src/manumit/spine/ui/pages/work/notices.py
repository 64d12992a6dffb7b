"""Notices: read them, open what they are about, choose when mail comes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from manumit.spine.access import Hidden
from manumit.spine.access.routes import signed_in
from manumit.spine.workflow.actions.see_notices import see_notices
from manumit.spine.workflow.actions.wish_notices import wish_notices
from manumit.spine.workflow.models import Notice, NoticeWish

from ... import faces
from ...forms import open_form
from ...forms.work import WishesForm
from ...screen import render
from .asking import asking

OWN_NOTICES = "Each person reads their own notices, of records they may know of"
SHOWN = 100


@signed_in(OWN_NOTICES)
def notices(request: HttpRequest) -> HttpResponse:
    """Show the newest notices, those not seen first."""
    rows = Notice.objects.visible_to(asking(request)).select_related("by")
    newest = list(rows.order_by("-created_at", "-id")[: SHOWN + 1])
    lines = [
        {"notice": row, "name": faces.name_of(row.record_kind, row.record_number)}
        for row in sorted(newest[:SHOWN], key=lambda row: row.seen_at is not None)
    ]
    unseen = any(row.seen_at is None for row in newest)
    context = {"lines": lines, "unseen": unseen, "more": len(newest) > SHOWN, "shown": SHOWN}
    return render(request, "ui/work/notices.html", context)


@signed_in(OWN_NOTICES)
@require_POST
def open_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Mark a notice as seen and lead to the work beside its record."""
    actor = asking(request)
    notice = Notice.objects.visible_to(actor).filter(pk=notice_id).first()
    if notice is None:
        raise Hidden
    see_notices(actor, [notice.pk])
    return redirect("record_work", notice.record_kind, notice.record_number)


@signed_in(OWN_NOTICES)
@require_POST
def see_all(request: HttpRequest) -> HttpResponse:
    """Mark all notices as seen."""
    see_notices(asking(request))
    return redirect("notices")


@signed_in("Each person chooses for themselves")
def wishes(request: HttpRequest) -> HttpResponse:
    """Choose when mail says that a notice waits."""
    actor = asking(request)
    stands = dict(NoticeWish.objects.filter(person=actor.person_id).values_list("event", "mail"))
    form = open_form(WishesForm, request, initial=stands)
    if request.method == "POST" and form.is_valid():
        wish_notices(actor, form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("notices")
    return render(request, "ui/work/wishes.html", {"form": form}, status=422 if form.errors else 200)
