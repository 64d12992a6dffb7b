"""Cases alike in behaviour: a ranking to read by."""

from django.http import HttpRequest, HttpResponse

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.records import Record
from manumit.spine.ui import faces, render

from ..actions.compare_behaviour import compare_behaviour
from ..alike import READ


@guarded_of_any_kind("read_summary")
def show_alike(request: HttpRequest, record: Record) -> HttpResponse:
    """Show which cases are most alike in behaviour, labelled unvalidated."""
    place = (record.kind, record.number)
    found = compare_behaviour(asking(request), record)
    rows = [
        {"it": each, "name": faces.name_of(each.kind, each.number), "address": faces.address_of(each.kind, each.number),
         "rank": rank}
        for rank, each in enumerate(found or (), 1)
    ]  # fmt: skip
    context = {
        "record": record, "name": faces.name_of(*place), "address": faces.address_of(*place), "rows": rows,
        "known": found is not None, "most": READ,
    }  # fmt: skip
    return render(request, "links/alike.html", context)
