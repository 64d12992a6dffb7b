"""Addresses of the screens of links."""

from django.urls import path

from .pages.disclosure import as_json, as_pdf
from .pages.evaluation import evaluation
from .pages.join import make_join, show_identity
from .pages.queue import of_record, show_pointers, show_queue
from .pages.show_alike import show_alike
from .pages.show_candidate import show_candidate, undo
from .pages.show_chart import show_chart
from .pages.who import show_watches, who

app_name = "links"
urlpatterns = [
    path("links/", show_queue, name="queue"),
    path("links/pointers/", show_pointers, name="pointers"),
    path("links/who/", who, name="who"),
    path("links/evaluation/", evaluation, name="evaluation"),
    path("links/watches/", show_watches, name="watches"),
    path("links/identity/<slug:number>/", show_identity, name="identity"),
    path("links/chart/<slug:kind>/<slug:number>/", show_chart, name="chart"),
    path("links/alike/<slug:kind>/<slug:number>/", show_alike, name="alike"),
    path("links/of/<slug:kind>/<slug:number>/", of_record, name="of_record"),
    path("links/<int:pk>/", show_candidate, name="show"),
    path("links/<int:pk>/undo/", undo, name="undo"),
    path("links/<int:pk>/disclosure.json", as_json, name="disclosure_json"),
    path("links/<int:pk>/disclosure.pdf", as_pdf, name="disclosure_pdf"),
    path("links/<int:pk>/join/", make_join, name="join"),
]
