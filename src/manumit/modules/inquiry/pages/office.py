"""The office that answers others."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render
from manumit.spine.ui.forms.refusing import attempt
from manumit.spine.workflow.refusing import Refused

from ..actions.set_office import set_office
from ..models import Office
from ..questions import office_of
from .forms import OfficeForm


@signed_in("The action lets supervisors and administrators of the agency alone change it")
def office(request: HttpRequest) -> HttpResponse:
    """Say whom other agencies are told to ask."""
    form = OfficeForm(request.POST or None, initial=OfficeForm.of(office_of(asking(request).agency_id)))
    if request.method == "POST" and form.is_valid() and _set(request, form):
        messages.success(request, _("Saved."))
        return redirect("inquiry:hits")
    return render(request, "inquiry/office.html", {"form": form}, status=422 if form.errors else 200)


def _set(request: HttpRequest, form: OfficeForm) -> Office | None:
    try:
        return attempt(form, lambda: set_office(asking(request), **form.cleaned_data))
    except Refused as refused:
        form.add_error(None, str(refused.why))
        return None
