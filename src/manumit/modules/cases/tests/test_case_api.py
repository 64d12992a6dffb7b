"""The API calls the same actions and questions as the pages, and says no in one language."""

import json

import pytest
from django.test import Client

URL = "/api/v1/cases/"
NEW = {"source": "Mother, by telephone", "case": {"case_type": "missing"}, "people": [{"role": "missing"}]}


def send(client, method, path, body=None, **headers):
    data = json.dumps(body) if body is not None else None
    return getattr(client, method)(path, data, content_type="application/json", headers=headers)


@pytest.fixture
def program(as_person, alice):
    return as_person(alice)


def test_a_case_is_opened_read_changed_and_moved(program):
    made = send(program, "post", URL, NEW)
    assert made.status_code == 201, made.content
    path = made["Location"]
    read = program.get(path)
    assert read["ETag"] == '"1"'
    assert read.json()["summary"]["case_type"] == {
        "value": "missing", "source": "Mother, by telephone", "said_on": read.json()["opened_at"][:10],
        "certainty": "exact",
    }  # fmt: skip
    change = {"source": "File", "changes": {"last_seen_city": "Hardin"}}
    changed = send(program, "patch", path, change, **{"If-Match": '"1"'})
    assert changed.json()["place"]["last_seen_city"]["source"] == "File"
    moved = send(program, "post", f"{path}/moves", {"step": "activate"}, **{"If-Match": changed["ETag"]})
    assert moved.json()["summary"]["state"]["value"] == "active"


def test_a_stale_version_is_412_and_none_is_428(program, case):
    change = {"source": "File", "changes": {"last_seen_city": "Hardin"}}
    path = f"{URL}{case.number}"
    assert send(program, "patch", path, change, **{"If-Match": '"9"'}).status_code == 412
    assert send(program, "patch", path, change).status_code == 428


def test_rules_answer_with_their_names(program):
    body = {**NEW, "case": {"case_type": "missing", "last_seen_county": "Big Horn"}}
    refused = send(program, "post", URL, body)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["rule"] == "county_needs_state"


def test_the_list_has_the_pages_filters(program, case, a_case):
    a_case(last_seen_state="WY")
    assert [each["number"] for each in program.get(URL, {"place": "MT"}).json()["items"]] == [case.number]
    assert program.get(URL, {"number": case.number.lower().replace("-", "")}).json()["count"]["value"] == 1
    assert program.get(URL, {"q": "tallgrass", "place": "WY"}).json()["items"][0]["subject_name"] == "Tallgrass, Rosa"
    assert program.get(URL, {"nonsense": "1"}).status_code == 422
    assert program.get(URL, {"after": "x"}).status_code == 422


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"a": 1, "a": 2}', 400),
        (b'{"source": NaN}', 400),
        (b"[" * 10_000, 400),
        (b"\xff\xfe", 400),
        (b'{"source": "\\u0000"}', 400),
        (b"[]", 422),
        (b"", 422),
        (b'{"x": "' + b"y" * 1_000_001 + b'"}', 413),
    ],
)
def test_hostile_bodies(program, body, status):
    answer = program.post(URL, body, content_type="application/json")
    assert answer.status_code == status, answer.content[:300]
    assert answer["Content-Type"] == "application/problem+json"


def test_media_types(program):
    assert program.post(URL, "a=1", content_type="application/x-www-form-urlencoded").status_code == 415
    assert program.get(URL, headers={"Accept": "text/html"}).status_code == 406
    refused = program.put(URL, "{}", content_type="application/json")
    assert (refused.status_code, refused["Content-Type"]) == (405, "application/problem+json")
    assert program.get("/api/v1/nothing").json()["status"] == 404


def test_nobody_is_401(db):
    answer = Client().get(URL)
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")


def test_a_browser_needs_its_csrf_token(alice, as_person):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = as_person(alice).cookies
    assert send(strict, "post", URL, NEW).status_code == 403


def test_the_document_is_openapi_3_1(program):
    document = program.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    patch = document["paths"]["/api/v1/cases/{number}"]["patch"]
    assert {"200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "428"} <= patch["responses"].keys()


@pytest.mark.parametrize("source", ["\x1e", "\u00a0 \x1f"])
def test_a_source_of_nothing_to_read_is_refused_by_its_field(as_person, alice, case, source):
    """The library that reads what is sent takes separators for letters; nobody who said it remains of them."""
    body = {"values": {"number": "406 555 0100"}, "source": source}
    answered = as_person(alice).post(f"/api/v1/cases/{case.number}/phones", json.dumps(body), "application/json")
    assert (answered.status_code, "source" in answered.content.decode()) == (422, True)
