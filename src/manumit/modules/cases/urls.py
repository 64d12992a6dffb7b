"""Addresses of the case catalogue's screens."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from .models import NOUNS
from .pages.edit_case import edit_case
from .pages.export_cases import export_cases
from .pages.files import attach, open_content, refer, report, show_file
from .pages.history import history, readers
from .pages.hold import holds, lift
from .pages.list_cases import list_cases
from .pages.map_cases import map_cases, points
from .pages.merge import merge, undo
from .pages.move_case import move_case
from .pages.narrow_cases import narrow_cases
from .pages.open_case import open_case
from .pages.parts import add, correct, withdraw
from .pages.sharing import sharing
from .pages.show_case import show_case
from .pages.show_quality import show_quality
from .pages.tables import refused_rows, save_columns, table, tables
from .pages.timeline import show_timeline
from .pages.unlisted import list_unlisted, review
from .pages.whereabouts import record, reveal
from .pages.why import why


class CaseNumber(StringConverter):
    """What can be the number of a case; all else is no address."""

    regex = "[0-9A-Za-z-]{1,16}"


class PartName(StringConverter):
    """The name of a noun that stands in a case; all else is no address."""

    regex = "|".join(NOUNS)


register_converter(CaseNumber, "case_number")


class SpelledNoun(StringConverter):
    """The name of what may be written in several ways; all else is no address."""

    regex = "agencies|places"


register_converter(SpelledNoun, "case_spelling")
register_converter(PartName, "case_part")

app_name = "cases"
CASE = "cases/<case_number:number>/"
urlpatterns = [
    path("cases/", list_cases, name="list"),
    path("cases/map/", map_cases, name="map"),
    path("cases/map/points/", points, name="points"),
    path("cases/narrow/", narrow_cases, name="narrow"),
    path("cases/merge/", merge, {"noun": "agencies"}, name="merge_agencies"),
    path("cases/merge/<case_spelling:noun>/", merge, name="merge"),
    path("cases/merge/<case_spelling:noun>/undo/<int:merge_id>/", undo, name="unmerge"),
    path("cases/quality/", show_quality, name="quality"),
    path("cases/export/", export_cases, name="export"),
    path("cases/new/", open_case, name="open"),
    path("cases/unlisted/", list_unlisted, name="unlisted"),
    path("cases/tables/", tables, name="tables"),
    path("cases/tables/columns/", save_columns, name="save_columns"),
    path("cases/tables/refused/", refused_rows, name="refused_rows"),
    path("cases/tables/<int:mapping_id>/", table, name="table"),
    path(CASE, show_case, name="show"),
    path(f"{CASE}edit/", edit_case, name="edit"),
    path(f"{CASE}timeline/", show_timeline, name="timeline"),
    path(f"{CASE}files/", attach, name="attach"),
    path(f"{CASE}files/reference/", refer, name="refer"),
    path(f"{CASE}files/<int:file_id>/", show_file, name="file"),
    path(f"{CASE}files/<int:file_id>/content/", open_content, name="content"),
    path(f"{CASE}files/<int:file_id>/report/", report, name="report"),
    path(f"{CASE}<case_part:part>/", add, name="part_add"),
    path(f"{CASE}<case_part:part>/<int:part_id>/", correct, name="part"),
    path(f"{CASE}<case_part:part>/<int:part_id>/withdraw/", withdraw, name="withdraw"),
    path(f"{CASE}move/<slug:step>/", move_case, name="move"),
    path(f"{CASE}history/", history, name="history"),
    path(f"{CASE}readers/", readers, name="readers"),
    path(f"{CASE}why/", why, name="why"),
    path(f"{CASE}sealed/<slug:group>/", reveal, name="reveal"),
    path(f"{CASE}sealed/<slug:group>/record/", record, name="record"),
    path(f"{CASE}sharing/", sharing, name="sharing"),
    path(f"{CASE}unlisted/", review, name="review_unlisted"),
    path(f"{CASE}hold/", holds, name="holds"),
    path(f"{CASE}hold/<int:hold_id>/lift/", lift, name="lift"),
]
