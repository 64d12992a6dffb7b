"""Addresses of the screens of Continued Presence."""

from django.urls import path

from .pages import files, verbs
from .pages.answer_step import answer_step
from .pages.begin import add_victim, begin, begin_beside
from .pages.extension import extension
from .pages.family import family, parole
from .pages.list_requests import list_requests
from .pages.marks import corroborate, marks
from .pages.measures import measures
from .pages.move import move
from .pages.officers import assign, officers, reoffer
from .pages.onboard import onboarding
from .pages.paper import paper
from .pages.sending import send
from .pages.show_request import show_request
from .pages.thread import thread
from .pages.whole_file import whole_file

app_name = "continued_presence"
ONE = "presence/<slug:number>/"
urlpatterns = [
    path("presence/", list_requests, name="list"),
    path("presence-measures/", measures, name="measures"),
    path("presence-onboarding/", onboarding, name="onboarding"),
    path("presence-officers/", officers, name="officers"),
    path("presence-new/", begin, name="begin"),
    path("presence-new/<slug:kind>/<slug:number>/", begin_beside, name="begin_beside"),
    path(ONE, show_request, name="show"),
    path(f"{ONE}victim/", add_victim, name="add_victim"),
    path(f"{ONE}step/<slug:step>/", answer_step, name="step"),
    path(f"{ONE}move/<slug:step>/", move, name="move"),
    path(f"{ONE}thread/", thread, name="thread"),
    path(f"{ONE}file/", whole_file, name="file"),
    path(f"{ONE}record/<slug:fact>/", verbs.record, name="record"),
    path(f"{ONE}sponsor/", verbs.sponsor, name="sponsor"),
    path(f"{ONE}representative/", verbs.represent, name="represent"),
    path(f"{ONE}representative/end/", verbs.unrepresent, name="unrepresent"),
    path(f"{ONE}waive/", verbs.waive, name="waive"),
    path(f"{ONE}vetting/", verbs.vet, name="vet"),
    path(f"{ONE}disclosures/", verbs.disclose, name="disclose"),
    path(f"{ONE}extension/", extension, name="extension"),
    path(f"{ONE}files/", files.files, name="files"),
    path(f"{ONE}files/<int:file_id>/", files.one_file, name="one_file"),
    path(f"{ONE}files/<int:file_id>/aside/", files.aside, name="aside"),
    path(f"{ONE}files/<int:file_id>/withdraw/", files.withdraw, name="withdraw"),
    path(f"{ONE}family/", family, name="family"),
    path(f"{ONE}family/<int:place>/<slug:what>/", parole, name="parole"),
    path(f"{ONE}marks/", marks, name="marks"),
    path(f"{ONE}marks/<slug:sort>/<int:place>/", corroborate, name="corroborate"),
    path(f"{ONE}sent/", send, name="send"),
    path(f"{ONE}officer/", assign, name="assign"),
    path(f"{ONE}reoffer/", reoffer, name="reoffer"),
    path(f"{ONE}paper/<slug:paper>.pdf", paper, name="paper"),
]
