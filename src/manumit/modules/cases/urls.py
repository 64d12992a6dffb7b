"""Addresses of the case catalogue's screens."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from .pages.agencies import add_agency, add_number
from .pages.edit_case import edit_case
from .pages.history import history, readers
from .pages.hold import holds, lift
from .pages.list_cases import list_cases
from .pages.move_case import move_case
from .pages.narrow_cases import narrow_cases
from .pages.open_case import open_case
from .pages.people import add_person, edit_person
from .pages.sharing import recall, release, sharing
from .pages.show_case import show_case
from .pages.whereabouts import record, reveal
from .pages.why import why


class CaseNumber(StringConverter):
    """What can be the number of a case; all else is no address."""

    regex = "[0-9A-Za-z-]{1,16}"


register_converter(CaseNumber, "case_number")

app_name = "cases"
CASE = "cases/<case_number:number>/"
urlpatterns = [
    path("cases/", list_cases, name="list"),
    path("cases/narrow/", narrow_cases, name="narrow"),
    path("cases/new/", open_case, name="open"),
    path(CASE, show_case, name="show"),
    path(f"{CASE}edit/", edit_case, name="edit"),
    path(f"{CASE}people/", add_person, name="people"),
    path(f"{CASE}people/<int:person_id>/", edit_person, name="person"),
    path(f"{CASE}agencies/", add_agency, name="agencies"),
    path(f"{CASE}numbers/", add_number, name="numbers"),
    path(f"{CASE}move/<slug:step>/", move_case, name="move"),
    path(f"{CASE}history/", history, name="history"),
    path(f"{CASE}readers/", readers, name="readers"),
    path(f"{CASE}why/", why, name="why"),
    path(f"{CASE}sealed/<slug:group>/", reveal, name="reveal"),
    path(f"{CASE}sealed/<slug:group>/record/", record, name="record"),
    path(f"{CASE}sharing/", sharing, name="sharing"),
    path(f"{CASE}release/", release, name="release"),
    path(f"{CASE}release/<int:release_id>/recall/", recall, name="recall"),
    path(f"{CASE}hold/", holds, name="holds"),
    path(f"{CASE}hold/<int:hold_id>/lift/", lift, name="lift"),
]
