"""Inquiries of others that met what one's agency keeps as pointers."""

from django.http import HttpRequest, HttpResponse

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.choices import Purpose
from manumit.spine.ui import faces, render

from ..actions.set_office import MAY
from ..questions import MOST, hits_on, office_of, offices_of


@signed_in("Each person sees the hits on records of their own agency that they may see")
def hits(request: HttpRequest) -> HttpResponse:
    """Show who asked, for what purpose, which record it met, and whom to call there."""
    actor, found = asking(request), hits_on(asking(request))
    offices = offices_of({hit.asking_agency_id for hit in found})
    rows = [
        {
            "hit": hit,
            "office": offices.get(hit.asking_agency_id),
            "purpose": Purpose(hit.purpose).label,
            "name": faces.name_of(hit.record_kind, hit.record_number),
            "address": faces.address_of(hit.record_kind, hit.record_number),
        }
        for hit in found[:MOST]
    ]
    context = {
        "rows": rows, "most": MOST if len(found) > MOST else None, "own_office": office_of(actor.agency_id),
        "may_set": bool(actor.roles & MAY),
    }  # fmt: skip
    return render(request, "inquiry/hits.html", context)
