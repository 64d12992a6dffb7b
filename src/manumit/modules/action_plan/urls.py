"""Addresses of the action plan's screens; the public's begin with `promises/`."""

from django.urls import path

from .choices import PublicNoun
from .pages.advice import accept, advice_requests, ask_for_advice, became, close, give, show_advice
from .pages.advice_hours import hours, hours_step
from .pages.documents import documents, read
from .pages.file_document import file_document
from .pages.import_stratml import stratml
from .pages.own_words import own_name, own_word, own_words
from .pages.partnerships import close_out, partnerships, show_partnership
from .pages.parts import add_to_partnership, add_to_plan, edit_in_partnership, edit_in_plan
from .pages.plans import show_plan
from .pages.public import promise, promises
from .pages.public_files import data, due, feed, plan_xml, report
from .pages.public_records import public_data, public_record, public_records
from .pages.publish_record import publish_decision, publish_partnership, publish_recommendation
from .pages.quarter import quarter
from .pages.recommendations import answer, recommendations
from .pages.records import (
    correct_commitment,
    correct_recommendation,
    edit_partnership,
    edit_plan,
    new_commitment,
    new_partnership,
    new_plan,
    new_recommendation,
)
from .pages.register import register
from .pages.show_commitment import evidence, joint_word, move_due, publish, show_commitment
from .pages.show_update import comment, reply, show_update, step

app_name = "action_plan"
COMMITMENT = "plan/commitments/<str:number>/"
ADVICE = "plan/advice/<str:number>/"
PLAN = "plan/plans/<str:number>/"
PARTNERSHIP = "plan/partnerships/<str:number>/"
REPORT = "plan/reports/<str:number>/"
urlpatterns = [
    path("plan/", register, name="register"),
    path("plan/quarter/", quarter, name="quarter"),
    path("plan/plans/new/", new_plan, name="new_plan"),
    path(PLAN, show_plan, name="plan"),
    path(f"{PLAN}correct/", edit_plan, name="edit_plan"),
    path(f"{PLAN}decisions/<int:row_id>/publish/", publish_decision, name="publish_decision"),
    path(f"{PLAN}<slug:noun>/add/", add_to_plan, name="add_to_plan"),
    path(f"{PLAN}<slug:noun>/<int:row_id>/", edit_in_plan, name="edit_in_plan"),
    path("plan/partnerships/", partnerships, name="partnerships"),
    path("plan/partnerships/new/", new_partnership, name="new_partnership"),
    path(PARTNERSHIP, show_partnership, name="partnership"),
    path(f"{PARTNERSHIP}correct/", edit_partnership, name="edit_partnership"),
    path(f"{PARTNERSHIP}publish/", publish_partnership, name="publish_partnership"),
    path(f"{PARTNERSHIP}close/", close_out, name="close_out"),
    path(f"{PARTNERSHIP}<slug:noun>/add/", add_to_partnership, name="add_to_partnership"),
    path(f"{PARTNERSHIP}<slug:noun>/<int:row_id>/", edit_in_partnership, name="edit_in_partnership"),
    path("plan/commitments/new/", new_commitment, name="new_commitment"),
    path("plan/recommendations/new/", new_recommendation, name="new_recommendation"),
    path("plan/recommendations/<str:number>/correct/", correct_recommendation, name="correct_recommendation"),
    path("plan/recommendations/<str:number>/publish/", publish_recommendation, name="publish_recommendation"),
    path("plan/documents/", documents, name="documents"),
    path("plan/documents/read/", read, name="read"),
    path("plan/documents/stratml/", stratml, name="stratml"),
    path("plan/documents/<str:number>/", file_document, name="file"),
    path("plan/recommendations/", recommendations, name="recommendations"),
    path("plan/recommendations/<str:number>/answer/", answer, name="answer"),
    path(COMMITMENT, show_commitment, name="commitment"),
    path(f"{COMMITMENT}evidence/", evidence, name="evidence"),
    path(f"{COMMITMENT}word/", joint_word, name="joint_word"),
    path(f"{COMMITMENT}due/", move_due, name="move_due"),
    path(f"{COMMITMENT}correct/", correct_commitment, name="correct_commitment"),
    path(f"{COMMITMENT}publish/", publish, name="publish"),
    path(REPORT, show_update, name="report"),
    path(f"{REPORT}step/<slug:step>/", step, name="step"),
    path(f"{REPORT}comment/", comment, name="comment"),
    path("plan/advice/", advice_requests, name="advice_requests"),
    path("plan/advice/ask/", ask_for_advice, name="ask_advice"),
    path(ADVICE, show_advice, name="advice"),
    path(f"{ADVICE}give/", give, name="give_advice"),
    path(f"{ADVICE}close/", close, name="close_advice"),
    path(f"{ADVICE}hours/", hours, name="advice_hours"),
    path(f"{ADVICE}hours/<int:hours_id>/<slug:step>/", hours_step, name="hours_step"),
    path(f"{ADVICE}<int:advice_id>/became/", became, name="became"),
    path(f"{ADVICE}<int:advice_id>/public/", accept, name="accept_advice"),
    path("plan/own/", own_words, name="own_words"),
    path("plan/own/name/", own_name, name="own_name"),
    path("plan/own/<int:voice_id>/", own_word, name="own_word"),
    path("promises/", promises, name="promises"),
    path("promises/feed.atom", feed, name="feed"),
    path("promises/due.ics", due, name="due"),
    path("promises/plan.stratml.xml", plan_xml, name="plan_xml"),
    path("promises/report.pdf", report, name="public_report"),
    path("promises/data.<slug:form>", data, name="data"),
    *(
        path(f"promises/{noun}/{end}", view, {"noun": noun}, name=f"public_{noun}{name}")
        for noun in PublicNoun.values
        for end, view, name in (
            ("", public_records, ""),
            ("data.<slug:form>", public_data, "_data"),
            ("<str:number>/", public_record, "_one"),
        )
    ),
    path("promises/<str:number>/", promise, name="promise"),
    path(f"{REPORT}reply/<int:comment_id>/", reply, name="reply"),
]
