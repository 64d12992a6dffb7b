"""Addresses of the screens of evidence."""

from django.urls import path

from .pages.collect import collect
from .pages.custody import ask_disposal, keeping, pass_on, seal, unseal
from .pages.edit import edit
from .pages.laboratory import result
from .pages.list_items import all_items, of_case
from .pages.show_item import show_item

app_name = "evidence"
ITEM = "evidence/<slug:number>/"
urlpatterns = [
    path("evidence/", all_items, name="list"),
    path("evidence/of/<slug:kind>/<slug:number>/", of_case, name="of_case"),
    path("evidence/of/<slug:kind>/<slug:number>/new/", collect, name="collect"),
    path(ITEM, show_item, name="show"),
    path(f"{ITEM}edit/", edit, name="edit"),
    path(f"{ITEM}pass/<slug:hand>/", pass_on, name="pass"),
    path(f"{ITEM}seal/", seal, name="seal"),
    path(f"{ITEM}unseal/", unseal, name="unseal"),
    path(f"{ITEM}keeping/", keeping, name="keeping"),
    path(f"{ITEM}disposal/", ask_disposal, name="disposal"),
    path(f"{ITEM}laboratory/<int:submission_id>/", result, name="result"),
]
