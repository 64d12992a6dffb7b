"""What the public may take away: Atom, iCalendar, CSV, XLSX, JSON, StratML and a printable report."""

from django.http import HttpRequest

from manumit.spine.access.routes import open_to_all

from ..exporting import annual_report, atom, calendar, stratml, tables
from ..models import PublicCommitment
from ..public import selecting
from ..public.keeping import Answer, asked, kept
from .public import WHY

CHANGES = 100


@open_to_all(WHY)
@kept
def feed(request: HttpRequest) -> Answer:
    """Answer with the newest changes as an Atom feed."""
    newest = selecting.selected(dict(asked(request))).order_by("-changed_at")[:CHANGES]
    return Answer(atom.write(newest, request.build_absolute_uri("/")), "application/atom+xml; charset=utf-8")


@open_to_all(WHY)
@kept
def due(request: HttpRequest) -> Answer:
    """Answer with the due dates as a calendar."""
    rows = selecting.selected(dict(asked(request))).exclude(due_on=None)
    return Answer(calendar.write(rows, request.build_absolute_uri("/")), "text/calendar; charset=utf-8", "promises.ics")


@open_to_all(WHY)
@kept
def data(request: HttpRequest, form: str) -> Answer | None:
    """Answer with the promises as a table in `form`: csv, xlsx or json."""
    if form not in tables.WRITERS:
        return None
    write, content_type = tables.WRITERS[form]
    rows = selecting.selected(dict(asked(request)))
    return Answer(write(tables.rows(rows)), content_type, f"promises.{form}")


@open_to_all(WHY)
@kept
def plan_xml(request: HttpRequest) -> Answer:
    """Answer with the promises as StratML Part 2."""
    rows: list[PublicCommitment] = list(selecting.selected(dict(asked(request))))
    return Answer(stratml.write(stratml.of(rows)), "application/xml; charset=utf-8", "promises.stratml.xml")


@open_to_all(WHY)
@kept
def report(request: HttpRequest) -> Answer:
    """Answer with the promises as a printable report, a tagged PDF."""
    rows = list(selecting.selected(dict(asked(request))).order_by("pillar", "number"))
    return Answer(annual_report.write(rows, dict(asked(request)).get("year", "")), "application/pdf", "promises.pdf")
