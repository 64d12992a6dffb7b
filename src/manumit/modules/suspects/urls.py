"""Addresses of the screens of suspects."""

from django.urls import path

from .pages.court import calendar, notice
from .pages.list_suspects import all_suspects, of_case, open_in
from .pages.log import history, readers
from .pages.move import move
from .pages.notices import happened, notices
from .pages.parts import add, correct, edit, withdraw
from .pages.review import due, validate
from .pages.sharing import sharing
from .pages.show_suspect import show_suspect
from .pages.source import reveal, seal
from .pages.ties import tie, ties
from .pages.why import why

app_name = "suspects"
ONE = "suspects/<slug:number>/"
urlpatterns = [
    path("suspects/", all_suspects, name="list"),
    path("suspects/due/", due, name="due"),
    path("suspects/court/", calendar, name="court"),
    path("suspects/notices/", notices, name="notices"),
    path("suspects/of/<slug:kind>/<slug:number>/", of_case, name="of_case"),
    path("suspects/of/<slug:kind>/<slug:number>/new/", open_in, name="open"),
    path(ONE, show_suspect, name="show"),
    path(f"{ONE}edit/", edit, name="edit"),
    path(f"{ONE}history/", history, name="history"),
    path(f"{ONE}readers/", readers, name="readers"),
    path(f"{ONE}why/", why, name="why"),
    path(f"{ONE}sharing/", sharing, name="sharing"),
    path(f"{ONE}ties/", ties, name="ties"),
    path(f"{ONE}ties/new/", tie, name="tie"),
    path(f"{ONE}validate/", validate, name="validate"),
    path(f"{ONE}source/", reveal, name="reveal"),
    path(f"{ONE}source/seal/", seal, name="seal"),
    path(f"{ONE}move/<slug:step>/", move, name="move"),
    path(f"{ONE}notices/new/", happened, name="happened"),
    path(f"{ONE}notices/<int:notice_id>/", notice, name="notice"),
    path(f"{ONE}add/<slug:part>/", add, name="add"),
    path(f"{ONE}part/<slug:part>/<int:part_id>/", correct, name="correct"),
    path(f"{ONE}part/<slug:part>/<int:part_id>/withdraw/", withdraw, name="withdraw"),
]
