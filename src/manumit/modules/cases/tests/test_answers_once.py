"""A request with an Idempotency-Key happens once, whatever is sent again, and whoever is killed in between."""

import json

import pytest
from django.db import connection, connections

from manumit.modules.cases.models import Case
from manumit.spine.records import IdempotencyKey

URL = "/api/v1/cases/"
NEW = {"source": "Walk-in", "case": {"case_type": "missing"}}


def post(program, body=None, key="k-1"):
    return program.post(URL, json.dumps(body or NEW), "application/json", headers={"Idempotency-Key": key})


def cases(actor):
    return Case.objects.visible_to(actor).count()


def test_the_same_request_gets_the_same_answer(as_person, alice):
    program = as_person(alice)
    first, again = post(program), post(program)
    assert (again.status_code, again.content, again["Location"]) == (201, first.content, first["Location"])
    assert cases(alice) == 1


def test_another_body_is_refused(as_person, alice):
    program = as_person(alice)
    post(program)
    other = post(program, {**NEW, "source": "Letter"})
    assert other.status_code == 422
    assert cases(alice) == 1


def test_another_person_has_keys_of_their_own(as_person, alice, sam):
    post(as_person(alice))
    assert post(as_person(sam)).status_code == 201
    assert cases(alice) == 2


def test_a_refusal_is_not_kept(as_person, alice):
    program = as_person(alice)
    assert post(program, {**NEW, "case": {"case_type": "missing", "last_seen_county": "X"}}).status_code == 422
    assert not IdempotencyKey.objects.exists()
    assert post(program).status_code == 201


def test_a_key_that_is_none(as_person, alice):
    assert post(as_person(alice), key="with space").status_code == 400


@pytest.mark.committed
def test_while_the_first_runs_the_second_waits_for_nobody(as_person, alice):
    """Another session holds the key as a running request does: 409 at once, nothing done."""
    program = as_person(alice)
    with connections["owner"].cursor() as held:
        held.execute("SELECT pg_advisory_lock(hashtextextended(%s, 1))", [f"idempotency|{alice.person_id}|k-1"])
        assert post(program).status_code == 409
        held.execute("SELECT pg_advisory_unlock_all()")
    assert post(program).status_code == 201


@pytest.mark.committed
def test_killed_before_the_commit_leaves_neither_case_nor_key(as_person, alice):
    """The connection dies under the request: what kill -9 of a worker is to the database."""
    program = as_person(alice)

    def die(*args):
        with connections["owner"].cursor() as killer, connection.cursor() as mine:
            mine.execute("SELECT pg_backend_pid()")
            killer.execute("SELECT pg_terminate_backend(%s)", [mine.fetchone()[0]])
        raise RuntimeError("killed")

    patched = pytest.MonkeyPatch()
    patched.setattr("manumit.spine.ui.api.answers.IdempotencyKey.objects.create", die)
    program.raise_request_exception = False
    with patched.context():
        post(program)
    patched.undo()
    connection.close()
    assert cases(alice) == 0
    assert post(program).status_code == 201
    assert cases(alice) == 1
