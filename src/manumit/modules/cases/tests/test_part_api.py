"""Programs add, correct and withdraw every part by the same actions as the pages."""

import json

import pytest

from manumit.modules.cases.actions.add_agency import add_agency
from manumit.modules.cases.actions.add_file import add_file
from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.models import PARTS
from manumit.modules.cases.part_schemas import NEW

from .parts import BY, EXAMPLES
from .uploads import PNG, received

CORRECTED = {
    "names": ("given_names", "Ada"), "traditional_names": ("name", "Star"),
    "indian_status": ("determined_by", "Office"), "tribes": ("reported_as", "Other"),
    "features": ("description", "Other"),
    "belongings": ("description", "Gold ring"),
    "biometrics": ("held_by", "Laboratory"), "remains": ("died", "2024-05"), "places": ("city", "Hardin"),
    "vehicles": ("colors", ["blue"]), "phones": ("note", "Hers"), "accounts": ("handle", "rosa"),
    "events": ("at", "2024-05-03T22:10:00-06:00"), "offences": ("counts", 2), "behaviours": ("value", "surprise"),
    "exploitations": ("age_when", 15),
}  # fmt: skip


def send(client, method, path, body, **headers):
    return getattr(client, method)(path, json.dumps(body), content_type="application/json", headers=headers)


def at(case, tail=""):
    return f"/api/v1/cases/{case.number}{tail}"


@pytest.fixture
def program(as_person, alice):
    return as_person(alice)


@pytest.mark.parametrize("part", PARTS)
def test_each_is_added_read_corrected_and_withdrawn(program, case, part):
    added = send(program, "post", at(case, f"/{part}"), {**BY, "values": EXAMPLES[part]})
    assert added.status_code == 201, added.content
    assert added.json()["values"].keys() >= EXAMPLES[part].keys()
    group = PARTS[part].scoped_through.group
    assert program.get(at(case)).json()["parts"][group][part] == [added.json()]
    field, value = CORRECTED[part]
    body = {**BY, "changes": {field: value}}
    place = at(case, f"/{part}/{added.json()['id']}")
    assert send(program, "patch", place, body).status_code == 428
    assert send(program, "patch", place, body, **{"If-Match": '"9"'}).status_code == 412
    changed = send(program, "patch", place, body, **{"If-Match": added["ETag"]})
    assert changed.status_code == 200, changed.content
    assert changed.json()["values"][field]["source"] == "Interview"
    gone = at(case, f"/{part}/{changed.json()['id']}/withdrawal")
    withdrawn = send(program, "post", gone, {"reason": "Wrong case"}, **{"If-Match": changed["ETag"]})
    assert withdrawn.status_code == 200, withdrawn.content
    assert withdrawn.json()["parts"][group][part] == []
    assert send(program, "post", gone, {"reason": "Again"}, **{"If-Match": withdrawn["ETag"]}).status_code == 404


def test_a_part_is_added_once_however_often_it_is_sent(program, case):
    body = {**BY, "values": EXAMPLES["belongings"]}
    first, again = (send(program, "post", at(case, "/belongings"), body, **{"Idempotency-Key": "k"}) for _ in "12")
    assert first.json() == again.json()
    assert len(program.get(at(case)).json()["parts"]["people"]["belongings"]) == 1


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("features", {}),
        ("features", {"feature_kind": "no such"}),
        ("places", {"role": "found", "latitude": 91}),
        ("places", {"role": "found", "state": "Montana"}),
        ("vehicles", {"year_min": -1}),
        ("vehicles", {"colors": ["no such"]}),
        ("events", {"event_kind": "other", "title": "x", "at": "0001-01-01T00:00:00+14:00"}),
        ("features", {"feature_kind": "tattoo", "withdrawn_at": "2024-01-01"}),
        ("features", {"feature_kind": "tattoo", "person": 0}),
    ],
)
def test_what_the_document_does_not_allow_is_422(program, case, part, values):
    assert send(program, "post", at(case, f"/{part}"), {**BY, "values": values}).status_code == 422


def test_agencies_numbers_and_people_are_corrected_and_withdrawn(program, alice, case):
    office = add_agency(alice, case, {"agency_name": "Plains", "role": "assisting"}, **BY)
    number = add_number(alice, case, "namus", "MP12345", **BY)
    tag = f'"{case.version}"'
    changed = send(
        program, "patch", at(case, f"/agencies/{office.pk}"), {**BY, "changes": {"city": "Hardin"}}, **{"If-Match": tag}
    )
    assert changed.json()["values"]["city"]["value"] == "Hardin"
    other = {**BY, "changes": {"value": "mp99999"}}
    changed = send(program, "patch", at(case, f"/numbers/{number.pk}"), other, **{"If-Match": changed["ETag"]})
    assert changed.json()["values"]["value"]["value"] == "MP99999"
    rosa = case.people.visible_to(alice).get()
    for place in (f"agencies/{office.pk}", f"numbers/{number.pk}", f"people/{rosa.pk}"):
        tag = changed["ETag"]
        changed = send(program, "post", at(case, f"/{place}/withdrawal"), {"reason": "Wrong"}, **{"If-Match": tag})
        assert changed.status_code == 200, changed.content
    read = program.get(at(case)).json()
    assert (read["agencies"], read["numbers"], read["people"]) == ([], [], [])


def test_a_file_is_listed_and_reported_and_a_custodian_noted(program, alice, case, settings, tmp_path):
    settings.MANUMIT_HOME = tmp_path
    photo = add_file(alice, case, {"file_kind": "photo"}, received(PNG, "rosa.png"), **BY)
    noted = {**BY, "custodian": "Examiner", "reference": "ME-7"}
    assert send(program, "post", at(case, "/files"), noted).status_code == 201
    names = [each["values"].get("name", {}).get("value") for each in program.get(at(case)).json()["files"]]
    assert names == ["rosa.png", None]
    assert send(program, "post", at(case, f"/files/{photo.pk}/report"), {}).status_code == 200
    photo.refresh_from_db()
    assert photo.quarantined_at


@pytest.fixture
def others(as_person, bob, charlie):
    """Bob, who may not edit, and Charlie, who may know of nothing, with what each is answered."""
    return ((as_person(bob), 403), (as_person(charlie), 404))


@pytest.mark.parametrize("part", NEW)
def test_bob_may_not_and_charlie_learns_nothing(others, alice, case, part):
    row = add_part(alice, case, part, EXAMPLES[part], **BY)
    tag = {"If-Match": f'"{case.version}"'}
    for program, status in others:
        assert send(program, "post", at(case, f"/{part}"), {**BY, "values": EXAMPLES[part]}).status_code == status
        answer = send(program, "patch", at(case, f"/{part}/{row.pk}"), {**BY, "changes": {}}, **tag)
        assert answer.status_code == status
        answer = send(program, "post", at(case, f"/{part}/{row.pk}/withdrawal"), {"reason": "x"}, **tag)
        assert answer.status_code == status
    assert PARTS[part].objects.visible_to(alice).get(pk=row.pk).withdrawn_at is None


def test_a_group_that_is_not_readable_is_absent(case, alice):
    from manumit.modules.cases import questions, representing

    add_part(alice, case, "tribes", EXAMPLES["tribes"], **BY)
    case.can_read_people = case.can_read_summary = True
    assert representing.parts_out(case, questions.parts_of(case)).keys() == {"people"}
