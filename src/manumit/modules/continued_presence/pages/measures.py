"""Numbers: how many stand in each stage and how long they stood; small ones are not shown."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse

from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import reporting
from ..choices import Stage
from ..measuring import SMALLEST, ending_without_extension, table
from ..reviewers import reviews

COLUMNS = ("code", "now", "stays", "median_days", "p90_days")


@signed_in("Each person sees numbers of the requests in their agency's hands; small ones are suppressed")
def measures(request: HttpRequest) -> HttpResponse:
    """Show the table, or give it as CSV."""
    actor = asking(request)
    if request.GET.get("form") == "annual":
        return _csv(reporting.COLUMNS, ({"year": each.year, **each.by_column()} for each in reporting.annual(actor)))
    rows = list(table(actor))
    if request.GET.get("form") == "csv":
        return _csv(COLUMNS, rows)
    context = {
        "rows": rows, "smallest": SMALLEST, "ending": ending_without_extension(actor),
        "years": reporting.annual(actor), "ended": [Stage(stage).label for stage in reporting.ENDED],
        "rate": reporting.information_rate(actor), "permit": reporting.days_to_permit(actor),
        "never": reporting.never_asked(actor), "reviews": reviews(actor),
    }  # fmt: skip
    return render(request, "continued_presence/measures.html", context)


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> HttpResponse:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="measures.csv"'
    return answer
