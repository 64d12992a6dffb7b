"""Addresses of the screens of inquiries."""

from django.urls import path

from .pages.ask import ask_for
from .pages.hits import hits
from .pages.list_inquiries import all_inquiries, of_case
from .pages.office import office
from .pages.show_inquiry import show_inquiry

app_name = "inquiry"
urlpatterns = [
    path("inquiries/", all_inquiries, name="list"),
    path("inquiries/hits/", hits, name="hits"),
    path("inquiries/office/", office, name="office"),
    path("inquiries/of/<slug:kind>/<slug:number>/", of_case, name="of_case"),
    path("inquiries/of/<slug:kind>/<slug:number>/new/", ask_for, name="ask"),
    path("inquiries/<slug:number>/", show_inquiry, name="show"),
]
