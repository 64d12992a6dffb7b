"""Whatever is written for the task force alone never reaches a public page, feed, file, export or history.

A random mark is planted in every place that is not the public's, and looked for in everything anybody can fetch.
"""

import json
from datetime import date
from decimal import Decimal
from html import unescape
from io import BytesIO
from itertools import count

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from manumit.modules.action_plan.actions import publishing, publishing_records
from manumit.modules.action_plan.actions.answer_advice import answer_advice
from manumit.modules.action_plan.actions.answer_recommendation import answer_recommendation
from manumit.modules.action_plan.actions.ask_advice import ask_advice
from manumit.modules.action_plan.actions.begin_partnership import begin_partnership
from manumit.modules.action_plan.actions.comment_on_update import comment_on_update
from manumit.modules.action_plan.actions.draft_update import draft_update
from manumit.modules.action_plan.actions.edit_record import edit_record
from manumit.modules.action_plan.actions.give_advice import give_advice
from manumit.modules.action_plan.actions.give_evidence import give_evidence
from manumit.modules.action_plan.actions.keep_part import add_part
from manumit.modules.action_plan.actions.move_update import move_update
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.modules.action_plan.actions.publish_record import publish_record, withdraw_record
from manumit.modules.action_plan.actions.recommend import recommend
from manumit.modules.action_plan.actions.record_hours import record_hours
from manumit.modules.action_plan.actions.say_jointly import say_jointly
from manumit.modules.action_plan.choices import PublicNoun
from manumit.modules.action_plan.models import MeetingDecision, PublicCommitment, PublicRecord
from manumit.modules.action_plan.nouns import NOUNS

marks = st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Nd", "Lo")), max_size=30).map("Zq7{}x9".format)
items = count(1)
RECORDS = tuple(f"{noun}/{end}" for noun in PublicNoun.values for end in ("", "data.csv", "data.json"))
FILES = ("", "feed.atom", "due.ics", "data.csv", "data.json", "plan.stratml.xml", "data.xlsx", "report.pdf")
API = "/api/v1/action_plan/promises"


@pytest.fixture
def planted(a_commitment, report, plan, cora, lena, sia, dan, council, rosa):
    """Write the mark wherever the public has no business, around a published commitment."""

    def plant(mark: str) -> str:
        commitment = a_commitment(joint_codes=["DHS"])
        publish_commitment(sia, commitment, expected_version=commitment.version)
        report(commitment, quarter="2024-Q2", internal_text=mark)
        waiting = report(commitment, until="approved", quarter="2024-Q3", public_text=mark, internal_text=mark)
        comment_on_update(council, waiting, mark)
        draft_update(cora, commitment, "2024-Q4", {"status": "delayed", "public_text": mark, "reason": mark})
        taken_back = report(commitment, quarter="2024-Q1", public_text=mark)
        move_update(sia, taken_back, "withdraw", expected_version=taken_back.version, reason="other", words=mark)
        give_evidence(cora, commitment, {"evidence_kind": "data", "title": mark, "public": False})
        say_jointly(dan, commitment, "delayed", mark)
        _advised(mark, commitment)
        _beside(mark)
        told = recommend(council, "Council", str(next(items)), mark, agencies=["DOL"], made_on=date(2024, 1, 2))[0]
        answer_recommendation(lena, told, "partly", mark, expected_version=1)
        edit_record(sia, told, {"internal_text": mark}, expected_version=2, source=mark)
        _partner(mark)
        return str(commitment.number)

    def _beside(mark: str) -> None:
        """Publish a recommendation and a decision; what came later, or was not let out, bears the mark."""
        body = f"Council {next(items)}"
        told = recommend(council, body, "1", "Pay those who advise.", agencies=["DOL"], made_on=date(2024, 1, 2))[0]
        edit_record(sia, told, {"internal_text": mark}, expected_version=1, source=mark)
        held = {"title": "Spring", "held_on": date(2024, 3, 2), "minutes": mark}
        meeting = add_part(sia, plan, NOUNS["meetings"], held, source=mark)
        for words in ("Hours are paid.", mark):
            add_part(sia, plan, NOUNS["decisions"], {"meeting": meeting, "text": words}, source=mark)
        found = MeetingDecision.objects.visible_to(sia).select_related("meeting__plan")
        decision = found.get(meeting=meeting.pk, text="Hours are paid.")
        for record in (told, decision):
            asked = ask_advice(cora, record, {"asked_of": "both", "hours": Decimal(9), "rate": Decimal(80),
                                              "question": mark, "internal_text": mark})  # fmt: skip
            give_advice(rosa, asked, mark, named=mark)
            said = give_advice(council, asked, mark, may_publish=True)
            answer_advice(cora, asked, said, "partly", mark)
            publish_record(sia, record)
        answer_recommendation(lena, told, "decline", mark, expected_version=2)

    def _partner(mark: str) -> None:
        years = {"begins_on": date(2025, 1, 1), "ends_on": date(2026, 12, 31)}
        shared = {"partnership_kind": "cpc", "country": "Examplia", "objectives": "Protect children.", **years}
        compact = begin_partnership(sia, {**shared, "sustainability_plan": mark}, source=mark)
        hidden = begin_partnership(sia, {**shared, "country": mark, "objectives": mark}, source=mark)
        measured = {"title": "Children in care", "targets": {"2025": 1, "2026": 2}}
        indicator = add_part(sia, compact, NOUNS["indicators"], measured, source=mark)
        talk = {"held_on": date(2025, 6, 1), "indicators": [indicator.pk], "decisions": mark}
        add_part(sia, compact, NOUNS["dialogues"], talk, source=mark)
        add_part(sia, compact, NOUNS["amendments"], {"signed_on": date(2025, 7, 1), "text": mark}, source=mark)
        publish_record(sia, compact)
        add_part(sia, compact, NOUNS["objectives"], {"text": mark}, source=mark)
        publish_record(sia, hidden)
        withdraw_record(sia, hidden)

    def _advised(mark: str, commitment) -> None:
        offered = {"asked_of": "both", "hours": Decimal(9), "rate": Decimal(80)}
        asked = ask_advice(cora, commitment, {**offered, "question": mark, "internal_text": mark})
        give_advice(rosa, asked, mark, named=mark)
        give_advice(council, asked, mark, may_publish=True)
        record_hours(rosa, asked, {"worked_on": date(2026, 1, 5), "hours": Decimal(1), "did": mark})

    return plant


def everything_public(number: str) -> str:
    """Return all that anybody may fetch, as one text."""
    browser = Client()
    told = []
    copies = PublicRecord.objects.values_list("noun", "number")
    assert {noun for noun, _number in copies} == set(PublicNoun.values), "one of each is published"
    records = (*RECORDS, *(f"{noun}/{record}/" for noun, record in copies))
    paths = (*(f"/promises/{name}" for name in (*FILES, *records)), f"/promises/{number}/", API, f"{API}/{number}")
    for path in paths:
        answer = browser.get(path)
        assert answer.status_code == 200, path
        told.append(_text(path, answer.content))
    told.extend(str(row) for row in PublicCommitment.objects.values_list())
    told.extend(str(row) for row in PublicRecord.objects.values_list())
    return "\n".join(told)


def _text(path: str, content: bytes) -> str:
    if path.endswith(".xlsx"):
        return str([list(row) for row in load_workbook(BytesIO(content)).active.values])
    if path.endswith(".pdf"):
        return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if path.endswith(".json") or path.startswith(API):
        return str(json.loads(content))
    return unescape(content.decode().replace("\r\n ", ""))


def looks(planted, mark: str) -> str:
    cache.clear()
    words = everything_public(planted(mark))
    assert "Two surveys are in the field." in words, "what is public is there"
    return words


@settings(
    max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(mark=marks)
def test_it_is_nowhere(planted, mark: str) -> None:
    assert mark not in looks(planted, mark)


def test_pages_of_those_who_may_not_read_it_have_it_neither(planted, as_person, council, dan) -> None:
    from manumit.modules.action_plan.models import ProgressUpdate

    planted("UNSAIDWORDS")
    accepted = ProgressUpdate.unscoped.get(quarter="2024-Q2")
    for actor in (council, dan):
        page = as_person(actor).get(f"/plan/reports/{accepted.number}/")
        assert page.status_code == 200
        assert b"UNSAIDWORDS" not in page.content


@pytest.mark.parametrize(
    ("name", "leaky"),
    [
        ("_update", lambda update: {"internal": update.internal_text}),
        ("_partners", lambda commitment: [{"agency": "x", "status": "delayed", "words": word.words}
                                          for word in publishing.JointWord.unscoped.filter(commitment=commitment)]),
        ("let_out", lambda commitment: publishing.Advice.unscoped.filter(request__commitment=commitment)
                                       .select_related("request")),
    ],
)  # fmt: skip
def test_a_leak_is_noticed(planted, monkeypatch, name: str, leaky) -> None:
    whole = getattr(publishing, name)
    monkeypatch.setattr(publishing, name,
                        (lambda row: {**whole(row), **leaky(row)}) if name == "_update" else leaky)  # fmt: skip
    number = planted("PLANTEDMARK")
    from manumit.modules.action_plan.models import Commitment

    publishing.publish_again(Commitment.unscoped.get(number=number))
    assert "PLANTEDMARK" in everything_public(number)


@pytest.mark.parametrize(
    ("place", "leaky"),
    [
        ((publishing_records._TELLERS, publishing_records.Partnership),
         lambda record: {"sustains": record.sustainability_plan}),
        ((publishing_records._TELLERS, publishing_records.Recommendation),
         lambda record: {"inner": record.internal_text}),
        ((publishing_records._TELLERS, publishing_records.MeetingDecision),
         lambda record: {"minutes": record.meeting.minutes}),
    ],
)  # fmt: skip
def test_a_leak_beside_promises_is_noticed(planted, monkeypatch, place, leaky) -> None:
    table, noun = place
    whole = table[noun]
    monkeypatch.setitem(table, noun, lambda record: {**whole(record), **leaky(record)})
    assert "PLANTEDMARK" in everything_public(planted("PLANTEDMARK"))


def test_advice_beside_a_recommendation_that_was_not_let_out_would_be_noticed(planted, monkeypatch) -> None:
    def every(**about):
        asked = {f"request__{name}": record for name, record in about.items()}
        return publishing.Advice.unscoped.filter(**asked).select_related("request")

    monkeypatch.setattr(publishing_records, "let_out", every)
    assert "PLANTEDMARK" in everything_public(planted("PLANTEDMARK"))
