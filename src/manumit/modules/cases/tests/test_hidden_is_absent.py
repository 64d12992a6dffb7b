"""Alice owns, Bob is her colleague, Charlie a stranger: to him a hidden case is no case, to the last byte."""

import json
import re

import pytest
from django.urls import reverse

from manumit.modules.cases import urls
from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.add_person import add_person
from manumit.modules.cases.models import Case
from manumit.values.record_number import RecordNumber

NUMBERED = sorted(str(each.name) for each in urls.urlpatterns if "number" in each.pattern.converters)
EXTRA = {
    "step": "activate",
    "group": "whereabouts",
    "part": "features",
    "part_id": 1,
    "file_id": 1,
    "release_id": 1,
    "hold_id": 1,
}
API = [
    ("get", ""), ("patch", ""), ("post", "/moves"), ("post", "/people"), ("patch", "/people/1"), ("post", "/agencies"),
    ("post", "/numbers"), ("get", "/history"), ("get", "/readers"),
]  # fmt: skip
BODIES = {
    "": {"source": "x", "changes": {"acute": True}},
    "/moves": {"step": "activate"},
    "/people": {"source": "x", "person": {"role": "witness"}},
    "/people/1": {"source": "x", "changes": {"sex": "male"}},
    "/agencies": {"source": "x", "agency_name": "X", "role": "assisting"},
    "/numbers": {"source": "x", "scheme": "ncic", "value": "1"},
}
VARYING = re.compile(
    rb'data-token="[^"]+"|name="csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": "[^"]+"|C-[0-9A-Z]{4}-[0-9A-Z]{3}|'
    rb"C-[0-9A-Z]{4}-\w+|<time[^>]*>[^<]*</time>|\d\d:\d\d:\d\d[^<]*"
)
ABSENT = str(RecordNumber.from_sequence("C", 999_999))


def path(name, number):
    pattern = next(each for each in urls.urlpatterns if each.name == name)
    kwargs = {"number": number, **{key: EXTRA[key] for key in pattern.pattern.converters if key != "number"}}
    return reverse(f"cases:{name}", kwargs=kwargs)


def told(response):
    headers = {key: value for key, value in response.headers.items() if key not in {"Set-Cookie", "Content-Length"}}
    return response.status_code, headers, VARYING.sub(b"*", response.content)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", NUMBERED)
def test_every_page_answers_the_stranger_as_if_there_were_none(as_person, charlie, case, name, method):
    browser = as_person(charlie)
    hidden, absent = (getattr(browser, method)(path(name, number)) for number in (case.number, ABSENT))
    assert hidden.status_code == 404
    assert told(hidden) == told(absent)


@pytest.mark.parametrize(("method", "tail"), API)
def test_every_api_route_answers_the_stranger_as_if_there_were_none(as_person, charlie, case, method, tail):
    program = as_person(charlie)
    body = json.dumps(BODIES.get(tail, {}))
    answers = [
        getattr(program, method)(
            f"/api/v1/cases/{number}{tail}",
            *(() if method == "get" else (body, "application/json")),
            headers={"If-Match": '"1"'},
        )
        for number in (case.number, ABSENT)
    ]
    assert answers[0].status_code == 404, answers[0].content
    assert (answers[0].headers, answers[0].content) == (answers[1].headers, answers[1].content)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=Tallgrass",
        "place=MT",
        "county=Big+Horn",
        "type=missing",
        "state=intake",
        "from=2024-01-01",
        "number=MP77",
    ],
)
def test_no_filter_or_count_differs(as_person, alice, charlie, case, query):
    """Every filter that finds the case for Alice finds nothing for Charlie, with the same words as without a case."""
    add_number(alice, case, "namus", "MP77", source="x")
    browser = as_person(charlie)
    before = told(browser.get(f"/cases/?{query}"))
    listed = browser.get(f"/api/v1/cases/?{query}").content
    assert as_person(alice).get(f"/api/v1/cases/?{query}").json()["count"]["value"] == 1
    Case.unscoped.filter(pk=case.pk).update(
        last_seen_state="WY", last_seen_county="", case_type="homicide", state="cold", subject_name=""
    )
    case.outside_numbers.visible_to(alice).update(value="MP78")
    assert told(browser.get(f"/cases/?{query}")) == before
    assert browser.get(f"/api/v1/cases/?{query}").content == listed
    assert json.loads(listed)["count"] == {"value": 0, "capped": False}


def test_the_number_filter_does_not_tell_ours_from_none(as_person, charlie, case):
    browser = as_person(charlie)
    assert told(browser.get(f"/cases/?number={case.number}")) == told(browser.get(f"/cases/?number={ABSENT}"))


def report(**values):
    return {
        "case_type": "missing", "family_name": "Tallgrass", "given_names": "Rosa", "age": "17", "sex": "female",
        "last_seen": "unknown", "last_seen_state": "MT", "tribal_land": "unknown", "source": "x", "certainty": "exact",
        **values,
    }  # fmt: skip


def test_the_duplicate_check_sees_no_further_than_its_person(as_person, alice, charlie, case):
    assert b"Is it one of these?" in as_person(alice).post("/cases/new/", report()).content
    assert as_person(charlie).post("/cases/new/", report()).status_code == 302


def test_a_colleague_reads_and_is_told_why_not_more(as_person, bob, case):
    browser = as_person(bob)
    assert browser.get(f"/cases/{case.number}/").status_code == 200
    assert browser.get(f"/cases/{case.number}/edit/").status_code == 403
    assert browser.get(f"/cases/{case.number}/sealed/whereabouts/").status_code == 403
    refused = browser.patch(f"/api/v1/cases/{case.number}", json.dumps(BODIES[""]), "application/json")
    assert refused.status_code == 403
    assert refused.json()["reasons"]


def test_nobody_is_sent_to_sign_in_whatever_they_ask_for(client, db, case):
    hidden, absent = client.get(f"/cases/{case.number}/"), client.get(f"/cases/{ABSENT}/")
    assert (hidden.status_code, absent.status_code) == (302, 302)


def test_another_cases_person_cannot_be_reached_through_ones_own(as_person, alice, case, a_case):
    other = a_case()
    person = add_person(alice, other, {"role": "witness"}, source="x")
    assert as_person(alice).get(f"/cases/{case.number}/people/{person.pk}/").status_code == 404


@pytest.mark.parametrize("number", ["%00", "C-0000-000", "x" * 300, "..", "é"])
def test_odd_numbers_are_absent(as_person, alice, number):
    assert as_person(alice).get(f"/cases/{number}/").status_code == 404
    assert as_person(alice).get(f"/api/v1/cases/{number}").status_code == 404
