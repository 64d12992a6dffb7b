"""Addresses of the screens of exchange."""

from django.urls import path

from .pages import agreements, answering, joint, nations, onward, readers, received, releasing, requests, transfers

app_name = "exchange"
RECORD = "exchange/<slug:kind>/<slug:number>/"
TRANSFER = "exchange/transfers/<slug:number>/"
REQUEST = "exchange/requests/<slug:number>/"
JOINT = "exchange/joint/<slug:number>/"
AGREEMENT = "exchange/agreements/<slug:number>/"
urlpatterns = [
    path("exchange/agreements/", agreements.agreements, name="agreements"),
    path("exchange/agreements/new/", agreements.draft, name="draft"),
    path(AGREEMENT, agreements.agreement, name="agreement"),
    path(f"{AGREEMENT}sign/", agreements.sign, name="sign"),
    path(f"{AGREEMENT}step/<slug:step>/", agreements.move, name="move_agreement"),
    path("exchange/nations/", nations.list_nations, name="nations"),
    path("exchange/nations/<int:nation_id>/", nations.nation, name="nation"),
    path("exchange/nations/<int:nation_id>/decide/", nations.decide, name="decide"),
    path("exchange/readers/", readers.of_agency, name="readers"),
    path("exchange/joint/", joint.list_page, name="joint_list"),
    path(JOINT, joint.show, name="joint"),
    path(f"{JOINT}invite/", joint.invite_page, name="joint_invite"),
    path(f"{JOINT}answer/<slug:step>/", joint.answer, name="joint_answer"),
    path(f"{JOINT}part/<int:agency_id>/", joint.part, name="joint_part"),
    path(f"{JOINT}end/", joint.end, name="joint_end"),
    path(f"{JOINT}add/", joint.add, name="joint_add"),
    path(f"{JOINT}finish/<int:entry_id>/", joint.finish, name="joint_finish"),
    path("exchange/received/", received.received, name="received"),
    path("exchange/received/ended/<slug:number>/", received.ended, name="ended"),
    path("exchange/requests/", requests.requests, name="requests"),
    path("exchange/requests/new/", requests.ask_page, name="ask"),
    path(REQUEST, requests.show_request, name="request"),
    path(f"{REQUEST}answer/", answering.answer, name="answer"),
    path(f"{REQUEST}step/<slug:step>/", requests.move_request, name="move_request"),
    path("exchange/transfers/", transfers.transfers, name="transfers"),
    path(TRANSFER, transfers.transfer, name="transfer"),
    path(f"{TRANSFER}step/<slug:step>/", transfers.answer, name="answer_transfer"),
    path(f"{RECORD}joint/", joint.start, name="joint_start"),
    path(f"{RECORD}readers/", readers.of_record, name="readers_of"),
    path(f"{RECORD}transfer/", transfers.hand_over, name="hand_over"),
    path(f"{RECORD}on/<int:release_id>/", onward.overview, name="onward"),
    path(f"{RECORD}on/<int:release_id>/show/", onward.show, name="show_on"),
    path(f"{RECORD}on/<int:release_id>/ask/", onward.ask_word, name="ask_on"),
    path(f"{RECORD}on/<int:release_id>/back/<int:onward_id>/", onward.back, name="take_back"),
    path(f"{RECORD}shared/", releasing.shared, name="shared"),
    path(f"{RECORD}release/", releasing.release, name="release"),
    path(f"{RECORD}release/<int:release_id>/recall/", releasing.end, name="recall"),
]
