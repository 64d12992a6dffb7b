"""Partnerships, recommendations and decisions stand on the public site as the secretariat published them.

Advice stands beside what it was given for, under the name its giver chose, and goes as soon as its giver says so.
"""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from manumit.modules.action_plan.actions.answer_advice import accept_advice, answer_advice
from manumit.modules.action_plan.actions.answer_recommendation import answer_recommendation
from manumit.modules.action_plan.actions.ask_advice import ask_advice
from manumit.modules.action_plan.actions.begin_partnership import begin_partnership
from manumit.modules.action_plan.actions.choose_name import choose_name, choose_name_everywhere
from manumit.modules.action_plan.actions.give_advice import give_advice
from manumit.modules.action_plan.actions.keep_part import add_part
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.modules.action_plan.actions.publish_record import publish_record, withdraw_record
from manumit.modules.action_plan.actions.recommend import recommend
from manumit.modules.action_plan.models import MeetingDecision, PublicRecord, Recommendation, Voice
from manumit.modules.action_plan.nouns import NOUNS
from manumit.modules.action_plan.refusing import Refused
from manumit.spine.access import Denied, Hidden


def read(path: str, **asked: str) -> str:
    answer = Client().get(path, asked)
    assert answer.status_code == 200, path
    return answer.content.decode()


def gone(path: str) -> bool:
    return Client().get(path).status_code == 404


@pytest.fixture
def compact(sia):
    years = {"begins_on": date(2025, 1, 1), "ends_on": date(2026, 12, 31)}
    told = {"partnership_kind": "cpc", "country": "Examplia", "objectives": "Protect children."}
    compact = begin_partnership(sia, {**told, **years, "sustainability_plan": "Not to be read."}, source="Compact")

    def part(noun: str, **values):
        return add_part(sia, compact, NOUNS[noun], values, source="Compact")

    objective = part("objectives", pillar="protection", text="Fewer children sold")
    part("activities", objective=objective, side="us", text="Train judges")
    part("activities", objective=objective, side="partner", text="Open a shelter", done_on=date(2025, 5, 1),
         result="Forty beds")  # fmt: skip
    part("indicators", title="Children in care", baseline=3, targets={"2025": 10, "2026": 20}, actuals={"2025": 12})
    part("contributions", side="partner", contribution_form="cash", year=2025, planned=98765)
    return compact


@pytest.fixture
def advised(sia, lena, council, rosa, plan):
    """The council's recommendation to Labor, and a decision, each with advice let out under a chosen name."""
    told = recommend(council, "Council", "4", "Pay survivors.", agencies=["DOL"], made_on=date(2026, 1, 2), plan=plan)[
        0
    ]
    meeting = add_part(sia, plan, NOUNS["meetings"], {"title": "Spring", "held_on": date(2026, 3, 2),
                                                      "minutes": "Whispered."}, source="Minutes")  # fmt: skip
    decided = {"meeting": meeting, "text": "Hours are paid."}
    added = add_part(sia, plan, NOUNS["decisions"], decided, source="Minutes")
    decision = MeetingDecision.objects.visible_to(sia).select_related("meeting__plan").get(pk=added.pk)
    for about in (told, decision):
        asked = ask_advice(sia, about, {"asked_of": "network", "question": "How?", "hours": Decimal(2), "rate": 80})
        advice = give_advice(rosa, asked, f"Monthly, on {about.pk}", named="Rosa Q", may_publish=True)
        accept_advice(sia, asked, answer_advice(sia, asked, advice, "partly", "Quarterly for now"))
    return told, decision


def test_a_partnership_is_read_by_side_and_year_once_it_is_published(compact, sia) -> None:
    address = f"/promises/partnerships/{compact.number}/"
    assert gone(address)
    publish_record(sia, compact)
    page = read(address)
    for words in ("Examplia", "Fewer children sold", "Train judges", "Open a shelter", "Forty beds", "12 / 10"):
        assert words in page
    assert page.index("United States") < page.index("Train judges") < page.index("Partner country")
    assert "Not to be read." not in page
    assert "98765" not in page
    assert "Estados Unidos" in read(address, lang="es")
    assert compact.number in read("/promises/partnerships/")
    rows = list(csv.DictReader(io.StringIO(read("/promises/partnerships/data.csv").lstrip("\ufeff"))))
    assert [(row["part"], row["side"], row["year"], row["target"]) for row in rows] == [
        ("objective", "", "", ""), ("activity", "us", "", ""), ("activity", "partner", "", ""),
        ("indicator", "", "2025", "10"), ("indicator", "", "2026", "20"),
    ]  # fmt: skip
    assert '"baseline": 3' in read("/promises/partnerships/data.json")


def test_what_changes_later_waits_for_the_secretariat(compact, advised, lena, sia) -> None:
    told, _decision = advised
    publish_record(sia, told)
    publish_record(sia, compact)
    answer_recommendation(lena, told, "partly", "Half of it.", expected_version=told.version)
    add_part(sia, compact, NOUNS["objectives"], {"text": "Later words"}, source="Compact")
    address = f"/promises/recommendations/{told.number}/"
    assert "Half of it." not in read(address)
    assert "Later words" not in read(f"/promises/partnerships/{compact.number}/")
    publish_record(sia, Recommendation.unscoped.get(pk=told.pk))
    assert "Half of it." in read(address)


def test_advice_stands_beside_what_it_was_given_for(advised, sia) -> None:
    for noun, record in zip(("recommendations", "decisions"), advised, strict=True):
        publish_record(sia, record)
        number = getattr(record, "number", f"D-{record.pk}")
        page = read(f"/promises/{noun}/{number}/")
        assert record.text in page
        assert f"Monthly, on {record.pk}" in page
        assert "Rosa Q" in page
        assert "Quarterly for now" in page
        assert "Whispered." not in page
        assert "Rosa Q" in read(f"/promises/{noun}/data.csv")
        assert "Rosa Q" in read(f"/promises/{noun}/data.json")


def test_a_name_or_words_taken_back_are_gone_with_the_next_request(advised, sia, rosa) -> None:
    addresses = []
    for noun, record in zip(("recommendations", "decisions"), advised, strict=True):
        publish_record(sia, record)
        addresses.append(f"/promises/{noun}/{getattr(record, 'number', f'D-{record.pk}')}/")
    assert all("Rosa Q" in read(each) for each in addresses)
    choose_name_everywhere(rosa, "")
    assert not any("Rosa Q" in read(each) for each in addresses)
    for voice in Voice.objects.visible_to(rosa):
        choose_name(rosa, voice, named="", may_publish=False)
    assert not any("Monthly" in read(each) for each in addresses)
    assert not any("Monthly" in read(f"/promises/{noun}/data.json") for noun in ("recommendations", "decisions"))


def test_a_withdrawal_is_gone_at_once(compact, advised, sia) -> None:
    told, decision = advised
    named = {"partnerships": compact, "recommendations": told, "decisions": decision}
    for noun, record in named.items():
        number = getattr(record, "number", f"D-{record.pk}")
        publish_record(sia, record)
        assert number in read(f"/promises/{noun}/")
        tag = Client().get(f"/promises/{noun}/data.json").headers["ETag"]
        withdraw_record(sia, record)
        assert gone(f"/promises/{noun}/{number}/")
        assert number not in read(f"/promises/{noun}/")
        assert Client().get(f"/promises/{noun}/data.json", headers={"If-None-Match": tag}).content == b"[]"
        with pytest.raises(Refused):
            withdraw_record(sia, record)


def test_a_promise_it_led_to_is_named_only_while_that_is_published(advised, sia, plan, commitment) -> None:
    decided = {"meeting": advised[1].meeting_id, "text": "Surveys.", "commitment_number": commitment.number}
    decision = add_part(sia, plan, NOUNS["decisions"], decided, source="Minutes")
    publish_record(sia, decision)
    assert commitment.title not in read(f"/promises/decisions/D-{decision.pk}/")
    assert not any(commitment.number in read(f"/promises/decisions/data.{form}") for form in ("csv", "json"))
    publish_commitment(sia, commitment, expected_version=commitment.version)
    assert commitment.title in read(f"/promises/decisions/D-{decision.pk}/")
    assert all(commitment.number in read(f"/promises/decisions/data.{form}") for form in ("csv", "json"))


def test_only_the_secretariat_publishes(compact, advised, lena, council, rosa) -> None:
    for actor in (lena, council, rosa):
        for record in (compact, *advised):
            with pytest.raises((Denied, Hidden)):
                publish_record(actor, record)
    assert not PublicRecord.objects.exists()


def test_it_is_published_and_taken_back_on_screen(as_person, sia, compact, advised, plan) -> None:
    told, decision = advised
    browser = as_person(sia)
    for address in (f"/plan/partnerships/{compact.number}/publish/", f"/plan/recommendations/{told.number}/publish/",
                    f"/plan/plans/{plan.number}/decisions/{decision.pk}/publish/"):  # fmt: skip
        assert browser.post(address, {"deed": "publish"}).status_code == 302
    assert PublicRecord.objects.count() == 3
    assert browser.post(f"/plan/partnerships/{compact.number}/publish/", {"deed": "withdraw"}).status_code == 302
    assert browser.post(f"/plan/partnerships/{compact.number}/publish/", {"deed": "withdraw"}).status_code == 422
    assert browser.get(f"/plan/plans/{plan.number}/decisions/{decision.pk + 99}/publish/").status_code == 404
    assert PublicRecord.objects.count() == 2
