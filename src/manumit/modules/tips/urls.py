"""Addresses of the screens of tips: the public's under `tip/`, staff's under `tips/`."""

from django.urls import path

from .pages.email import attachment, content, take_in
from .pages.handovers import answer as answer_handover
from .pages.handovers import hand_over, handover, handovers
from .pages.list_tips import all_tips, of_case, queue
from .pages.log import history, readers
from .pages.move import move, reward
from .pages.public.come_back import come_back
from .pages.public.give_tip import general, of_desk
from .pages.record_tip import desk, record
from .pages.sealed import giver, payment, seal_giver, seal_payment
from .pages.show_tip import show_tip
from .pages.work_on_tip import answer, give, link, unlink

app_name = "tips"
ONE = "tips/<slug:number>/"
urlpatterns = [
    path("tip/", general, name="give"),
    path("tip/back/", come_back, name="back"),
    path("tip/at/<slug:desk>/", of_desk, name="give_to"),
    path("tips/", all_tips, name="list"),
    path("tips/queue/", queue, name="queue"),
    path("tips/new/", record, name="record"),
    path("tips/email/", take_in, name="email"),
    path("tips/desk/", desk, name="desk"),
    path("tips/of/<slug:kind>/<slug:number>/", of_case, name="of_case"),
    path("tips/handovers/", handovers, name="handovers"),
    path("tips/handovers/<slug:number>/", handover, name="handover"),
    path("tips/handovers/<slug:number>/step/<slug:step>/", answer_handover, name="answer_handover"),
    path(ONE, show_tip, name="show"),
    path(f"{ONE}handover/", hand_over, name="hand_over"),
    path(f"{ONE}answer/", answer, name="answer"),
    path(f"{ONE}link/", link, name="link"),
    path(f"{ONE}link/<int:link_id>/", unlink, name="unlink"),
    path(f"{ONE}give/", give, name="give_on"),
    path(f"{ONE}move/<slug:step>/", move, name="move"),
    path(f"{ONE}reward/<slug:step>/", reward, name="reward"),
    path(f"{ONE}giver/", giver, name="giver"),
    path(f"{ONE}giver/seal/", seal_giver, name="seal_giver"),
    path(f"{ONE}payment/", payment, name="payment"),
    path(f"{ONE}payment/seal/", seal_payment, name="seal_payment"),
    path(f"{ONE}attachment/<int:attachment_id>/", attachment, name="attachment"),
    path(f"{ONE}attachment/<int:attachment_id>/content/", content, name="content"),
    path(f"{ONE}history/", history, name="history"),
    path(f"{ONE}readers/", readers, name="readers"),
]
