"""By page and by program: asked for a case, kept, shown; and nothing for a stranger."""

import json
import re

from manumit.modules.inquiry.models import Inquiry, Office
from manumit.modules.inquiry.urls import urlpatterns

from .conftest import PHONE

FORM = {"because": "Named by the caller", "asked_for": "phone", "value": PHONE}
TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken": "[^"]*"|data-token="[^"]*"')
"""A new one stands in every page, whatever it shows."""


def text(answer) -> str:
    """The page's text, of a page that was found."""
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_detective_asks_and_reads_whom_to_call(alice, charlie, dora, note, held, as_person):
    holding, browser = held("pointer"), as_person(alice)
    assert as_person(dora).post("/inquiries/office/", {"name": "Records desk", "phone": "555 0199"}).status_code == 302
    place = f"/inquiries/of/note/{note.number}/"
    assert "Ask other agencies" in text(browser.get(place))
    assert browser.post(f"{place}new/", {**FORM, "value": "5"}).status_code == 422
    shown = text(browser.post(f"{place}new/", FORM, follow=True))
    for words in ("It holds something about this", "Records desk, 555 0199", PHONE, "Agency 1"):
        assert words in shown
    assert holding.number not in shown
    number = Inquiry.unscoped.get().number
    for page in (place, "/inquiries/", "/inquiries/?mine=yes"):
        assert number in text(browser.get(page))
    there = text(as_person(charlie).get("/inquiries/hits/"))
    assert holding.number in there
    assert number in there
    assert PHONE not in there


def test_the_pages_of_restricted_and_nothing_differ_by_their_number_alone(alice, note, held, as_person):
    browser, place = as_person(alice), f"/inquiries/of/note/{note.number}/new/"

    def page() -> str:
        there = browser.post(place, FORM).headers["Location"]
        browser.get(there)  # the message that it was kept
        number = there.strip("/").rpartition("/")[2]
        return TOKEN.sub("", text(browser.get(there))).replace(number, "NUMBER")

    nothing = page()
    held("restricted")
    assert page() == nothing
    assert "Nothing answered" in nothing


def test_programs_get_the_same(alice, charlie, dora, note, held, as_person):
    held("pointer")
    browser, root = as_person(alice), "/api/v1/inquiry/"
    body = {**FORM, "case_kind": "note", "case_number": note.number}

    def send(**values):
        return browser.post(root, json.dumps({**body, **values}), content_type="application/json")

    made = send()
    assert made.status_code == 201
    told = made.json()
    assert [(each["answered_by"], each["number"]) for each in told["answers"]] == [("pointer", "")]
    assert browser.get(f"{root}{told['number']}").json()["value"] == PHONE
    assert browser.get(root).json()["items"][0]["number"] == told["number"]
    assert as_person(charlie).get(f"{root}hits").json()["items"][0]["inquiry"] == told["number"]
    assert as_person(charlie).get(f"{root}{told['number']}").status_code == 404
    assert send(value="1").status_code == 422
    assert send(horse="x").status_code == 422
    assert send(case_number="N-0000-000").status_code == 404
    assert send(case_kind="horse").status_code == 404


def test_only_who_leads_an_agency_names_its_office(alice, dora, as_person):
    given = {"name": "Records desk", "phone": "555 0199"}
    assert as_person(alice).post("/inquiries/office/", given).status_code == 422
    assert as_person(dora).post("/inquiries/office/", {"name": "Records desk"}).status_code == 422
    assert Office.objects.count() == 0
    assert as_person(dora).post("/inquiries/office/", given).status_code == 302
    assert as_person(dora).post("/inquiries/office/", {**given, "hours": "8 to 17"}).status_code == 302
    assert str(Office.objects.get()) == "Records desk, 555 0199, 8 to 17"


def test_a_stranger_finds_nothing_at_any_address(alice, charlie, note, as_person):
    as_person(alice).post(f"/inquiries/of/note/{note.number}/new/", FORM)
    number, browser = Inquiry.unscoped.get().number, as_person(charlie)
    for pattern in urlpatterns:
        route = str(pattern.pattern)
        path = "/" + route.replace("<slug:kind>/<slug:number>", f"note/{note.number}").replace("<slug:number>", number)
        if "<" in route:
            assert browser.get(path).status_code == 404, path
            assert browser.post(path, FORM).status_code == 404, path
        else:
            assert number not in text(browser.get(path))
