"""Addresses of the screens of links."""

from django.urls import path

from .pages.queue import of_record, show_pointers, show_queue
from .pages.show_candidate import show_candidate, undo

app_name = "links"
urlpatterns = [
    path("links/", show_queue, name="queue"),
    path("links/pointers/", show_pointers, name="pointers"),
    path("links/of/<slug:kind>/<slug:number>/", of_record, name="of_record"),
    path("links/<int:pk>/", show_candidate, name="show"),
    path("links/<int:pk>/undo/", undo, name="undo"),
]
