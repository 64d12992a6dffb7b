"""Tables of one's own: say what the columns mean, look, take in, and get the refused rows back."""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from manumit.spine.access import Hidden, allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.records.choices import Level
from manumit.spine.records.files.receiving import ReceivedFile
from manumit.spine.records.files.sealing import opened
from manumit.spine.ui import render
from manumit.values.strict_csv import BadCsv, Refusal, Row, StrictCsv, neutral

from ..actions.save_mapping import BadMapping, save_mapping
from ..importing import readers
from ..importing.draft import Draft
from ..importing.mapped_row import Mapped
from ..importing.pieces import buffered
from ..importing.readers import Unread
from ..importing.run import Run
from ..importing.table_command import HEADER, cells_of
from ..models import Case, ColumnMapping
from . import words
from .table_forms import ColumnsForm, NewTableForm, TableForm, described

SHOWN = 50
PREVIEWED = 10
KEPT = 5_000
"""Refused rows that a page can hand back as a file; the command hands back all."""
WHO = "Each person sees the mappings of their own agency; who may open no cases is shown none"


@signed_in(WHO)
def tables(request: HttpRequest) -> HttpResponse:
    """Show the sorts of tables the agency knows, and read the columns of a new one."""
    actor = _importer(request)
    form = NewTableForm(request.POST or None, request.FILES or None) if request.method == "POST" else NewTableForm()
    if request.method == "POST" and form.is_valid():
        try:
            return _columns(request, *_first_row(form.cleaned_data["file"]))
        except BadCsv as bad:
            form.add_error("file", str(bad))
    known = ColumnMapping.objects.filter(owner_id=actor.agency_id).order_by("name")
    context = {"form": form, "mappings": known}
    return render(request, "cases/tables.html", context, status=422 if request.method == "POST" else 200)


@signed_in(WHO)
@require_POST
def save_columns(request: HttpRequest) -> HttpResponse:
    """Save what the columns mean, and go on to the table itself."""
    actor, form = _importer(request), ColumnsForm(request.POST)
    if form.is_valid():
        try:
            mapping = save_mapping(actor, **form.values())
        except BadMapping as bad:
            form.add_error(None, str(bad))
        else:
            messages.success(request, _("Saved. Now choose the table to take in."))
            return redirect("cases:table", mapping.pk)
    return render(request, "cases/table_columns.html", {"form": form}, status=422)


@signed_in(WHO)
def table(request: HttpRequest, mapping_id: int) -> HttpResponse:
    """Look at a table, or take it in, by a saved mapping; show what became of its rows."""
    actor = _importer(request)
    mapping = ColumnMapping.objects.filter(owner_id=actor.agency_id, pk=mapping_id).first()
    if mapping is None:
        raise Http404
    form = TableForm(request.POST or None, request.FILES or None) if request.method == "POST" else TableForm()
    context: dict[str, Any] = {"mapping": mapping, "columns": described(mapping), "form": form}
    if request.method == "POST" and form.is_valid():
        context |= _taken(actor, mapping, form.cleaned_data["file"], dry_run=form.cleaned_data["only_look"])
    status = 422 if request.method == "POST" and form.errors else 200
    return render(request, "cases/table.html", context, status=status)


@signed_in("It hands back, as a file, only what the person's own page held")
@require_POST
def refused_rows(request: HttpRequest) -> HttpResponse:
    """Hand back the refused rows that the page before held, as a CSV that no spreadsheet will run."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in csv.reader(io.StringIO(request.POST.get("rows", ""))):
        writer.writerow([cell if cell.startswith("'") else neutral(cell) for cell in row])
    answer = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="refused.csv"'
    return answer


def _importer(request: HttpRequest) -> Actor:
    """Return who asks, if they may open cases of their agency; nobody else learns that there are mappings."""
    actor = asking(request)
    case = Case(owner_id=actor.agency_id, level=Level.RESTRICTED, opened_at=timezone.now())
    if not allowed(actor, "create", case):
        raise Hidden
    return actor


def _file(received: ReceivedFile) -> BinaryIO:
    return cast(BinaryIO, buffered(_pieces(received)))


def _pieces(received: ReceivedFile) -> Iterator[bytes]:
    with received.path.open("rb") as sealed:
        yield from opened(received.key, sealed)


def _first_row(received: ReceivedFile) -> tuple[list[str], list[str]]:
    """Return the columns, and the cells of the first row that can be read. Raises BadCsv."""
    rows = StrictCsv(_file(received), received.name or "")
    first = next((row for row in rows if isinstance(row, Row)), None)
    return list(rows.header), list(first.cells.values()) if first else []


def _columns(request: HttpRequest, header: list[str], samples: list[str]) -> HttpResponse:
    return render(request, "cases/table_columns.html", {"form": ColumnsForm(header=header, samples=samples)})


def _taken(actor: Actor, mapping: ColumnMapping, received: ReceivedFile, *, dry_run: bool) -> dict[str, Any]:
    refusals: list[Refusal] = []

    def refuse(refusal: Refusal) -> None:
        if len(refusals) < KEPT:
            refusals.append(refusal)

    run = Run(actor, timezone.now().date(), refuse, dry_run=dry_run, mapped=Mapped.of(mapping))
    read = run.read(_file(received), received.name or "table.csv")
    return {
        "preview": _preview(mapping, received) if dry_run and read else [],
        "tally": run.tally,
        "dry_run": dry_run,
        "whole": read,
        "refusals": refusals[:SHOWN],
        "more": max(len(refusals) - SHOWN, 0),
        "rows": _as_csv(refusals),
    }


def _preview(mapping: ColumnMapping, received: ReceivedFile) -> list[dict[str, Any]]:
    """Return the first rows as the cases they would become; a refused one with the number of its faults."""
    rows = readers.opened(_file(received), received.name or "", timezone.now().date(), Mapped.of(mapping))
    return [_line(row) for row in islice(rows, PREVIEWED)]


def _line(row: Draft | Unread) -> dict[str, Any]:
    if isinstance(row, Unread):
        return {"row": row.refusals[0].row, "faults": len({refusal.column for refusal in row.refusals})}
    return {
        "row": row.place.row,
        "number": row.number,
        "name": row.person.full_name,
        "age": row.person.age_text,
        "seen": words.last_seen(row.case),
        "place": words.place(row.case),
        "parts": len(row.parts),
    }


def _as_csv(refusals: list[Refusal]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([HEADER, *(cells_of(refusal) for refusal in refusals)])
    return out.getvalue()
