"""A demonstration link signs in once and lands on the choice of agency and purpose."""

import pytest
from django.test import Client

from manumit.spine.access.middleware import session_actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import SignInLink

from .. import demo
from ..actions.issue_link import NotADemonstration
from .conftest import leaves, signed_in

pytestmark = pytest.mark.django_db


def test_it_lands_on_the_purpose_page_and_then_acts(world) -> None:
    client = Client()
    answer = client.get(demo.sign_in_link(world.alice.person))
    assert answer["Location"] == "/purpose/"
    page = client.get("/purpose/")
    assert b"Cedar Bend Tribal Police" in page.content
    answer = client.post("/purpose/", {"membership": world.alice.pk, "purpose": "supervision", "next": "/agencies/"})
    assert answer["Location"] == "/agencies/"
    request = client.get("/purpose/").wsgi_request
    actor = session_actor(request)
    assert actor is not None
    assert (actor.person_id, actor.agency_id, actor.purpose) == (
        world.alice.person_id, world.cedar.pk, Purpose.SUPERVISION,
    )  # fmt: skip


def test_it_works_once(world) -> None:
    path = demo.sign_in_link(world.alice.person)
    assert Client().get(path).status_code == 302
    assert Client().get(path).status_code == 410


def test_a_fresh_one_ends_the_one_before(world) -> None:
    first = demo.sign_in_link(world.alice.person)
    demo.sign_in_link(world.alice.person)
    assert Client().get(first).status_code == 410


def test_asking_for_headers_does_not_spend_it(world) -> None:
    path = demo.sign_in_link(world.alice.person)
    assert Client().head(path).status_code == 200
    assert Client().get(path).status_code == 302


def test_the_token_is_kept_nowhere(world) -> None:
    token = demo.sign_in_link(world.alice.person).split("/")[-2]
    assert token not in str(list(SignInLink.objects.values()))


def test_it_is_refused_outside_the_demonstration(world, settings) -> None:
    path = demo.sign_in_link(world.alice.person)
    settings.MANUMIT_DEMO = False
    assert Client().get(path).status_code == 410
    with pytest.raises(NotADemonstration):
        demo.sign_in_link(world.alice.person)


def test_a_closed_account_gets_no_further(world) -> None:
    path = demo.sign_in_link(world.alice.person)
    type(world.alice.person).objects.filter(pk=world.alice.person_id).update(is_active=False)
    assert Client().get(path).status_code == 410


def test_the_session_key_changes_at_sign_in_and_at_the_choice(world) -> None:
    client = Client()
    client.get("/sign-in/")
    client.session.save()
    keys = [client.cookies.get("sessionid") and client.cookies["sessionid"].value]
    client.get(demo.sign_in_link(world.alice.person))
    keys.append(client.cookies["sessionid"].value)
    client.post("/purpose/", {"membership": world.alice.pk, "purpose": "records"})
    keys.append(client.cookies["sessionid"].value)
    assert len(set(keys)) == 3


def test_each_step_leaves_its_entry_with_the_purpose_chosen(world) -> None:
    signed_in(world.alice, Purpose.SUPERVISION)
    assert leaves("session.begin")[-1]["record_id"] == world.alice.person_id
    chosen = leaves("session.purpose")[-1]
    assert (chosen["purpose"], chosen["agency_id"]) == (Purpose.SUPERVISION, world.cedar.pk)


def test_a_purpose_not_of_ones_roles_is_refused(world) -> None:
    client = Client()
    client.get(demo.sign_in_link(world.bob.person))
    answer = client.post("/purpose/", {"membership": world.bob.pk, "purpose": "audit"})
    assert answer.status_code == 422


def test_nobody_acts_under_anothers_membership(world) -> None:
    client = Client()
    client.get(demo.sign_in_link(world.bob.person))
    answer = client.post("/purpose/", {"membership": world.alice.pk, "purpose": "investigation"})
    assert answer.status_code == 422
