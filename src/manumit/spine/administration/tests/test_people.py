"""An administrator changes what colleagues may do; nobody changes their own; it works at the next request."""

from datetime import timedelta

import pytest

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Membership

from ..actions.change_roles import change_roles
from ..actions.end_membership import end_membership
from ..actions.pause_membership import pause_membership
from ..refusals import Refused
from .conftest import leaves, member, noted, signed_in, today
from .factors import App, factors_of

pytestmark = pytest.mark.django_db


def acting(membership: Membership) -> Actor:
    """Return the actor of `membership` keeping records."""
    actor = actor_for(membership.pk, "records")
    assert actor is not None
    return actor


def test_roles_change_with_the_old_and_new_in_the_log(world) -> None:
    client = signed_in(world.alice)
    answer = client.post(f"/people/{world.bob.pk}/roles/", {"roles": ["analyst", "intake"]})
    assert answer.status_code == 302, answer.content
    world.bob.refresh_from_db()
    assert world.bob.roles == ["analyst", "intake"]
    entry = leaves("membership.change_roles")[-1]
    assert entry["detail"] == '{"from":["investigator"],"to":["analyst","intake"]}'
    assert (entry["person_id"], entry["purpose"]) == (world.alice.person_id, "records")


def test_nobody_raises_their_own_roles(world) -> None:
    client = signed_in(world.alice)
    answer = client.post(f"/people/{world.alice.pk}/roles/", {"roles": ["administrator", "auditor"]})
    assert answer.status_code == 422
    assert "auditor" not in Membership.objects.get(pk=world.alice.pk).roles


def test_only_an_operator_makes_an_operator(world) -> None:
    with pytest.raises(Refused):
        change_roles(acting(world.alice), world.bob, ["investigator", "operator"])


def test_the_last_administrator_does_not_remove_themselves(world) -> None:
    with pytest.raises(Refused):
        pause_membership(acting(world.alice), world.alice)
    answer = signed_in(world.alice).post(f"/people/{world.alice.pk}/pause/")
    assert answer.status_code == 302
    assert Membership.objects.get(pk=world.alice.pk).active


def test_two_who_remove_each_other_do_not_both_succeed(world) -> None:
    other = member("dora@cedar.example", world.cedar, Role.ADMINISTRATOR)
    first, second = acting(world.alice), acting(other)
    end_membership(first, other, today() - timedelta(days=1))
    with pytest.raises(Refused):
        end_membership(second, world.alice, today() - timedelta(days=1))


@pytest.mark.parametrize("how", ["pause", "end", "account", "agency"])
def test_whoever_is_stopped_is_stopped_at_the_next_request(world, how) -> None:
    client = signed_in(world.bob, "investigation")
    assert client.get("/people/").status_code == 200
    if how == "pause":
        pause_membership(acting(world.alice), world.bob)
    elif how == "end":
        end_membership(acting(world.alice), world.bob, today() - timedelta(days=1))
    elif how == "account":
        type(world.bob.person).objects.filter(pk=world.bob.person_id).update(is_active=False)
        noted(world.bob.person)
    else:
        type(world.cedar).objects.filter(pk=world.cedar.pk).update(active=False)
        noted(world.cedar)
    assert client.get("/people/").status_code == 302


def test_reset_factors_end_sessions_and_give_a_link_that_sets_up_new_ones(world) -> None:
    App.of(world.bob.person)
    bob = signed_in(world.bob, "investigation")
    page = signed_in(world.alice).post(f"/people/{world.bob.pk}/reset/")
    assert factors_of(world.bob.person) == set()
    assert bob.get("/people/").status_code == 302
    path = page.context["link"].removeprefix("http://testserver")
    from django.test import Client

    fresh = Client()
    assert fresh.get(path).status_code == 200, "a mail scanner that opens the link must not spend it"
    assert fresh.post(path)["Location"] == "/account/set-up/"
    assert fresh.get("/purpose/")["Location"] == "/account/set-up/"
    assert fresh.get("/account/passkeys/add/").status_code == 200
    assert Client().post(path).status_code == 410


def test_factors_of_somebody_who_acts_for_another_agency_too_are_not_ours_to_reset(world) -> None:
    noted(Membership.objects.create(person=world.bob.person, agency=world.plains, roles=[Role.INVESTIGATOR]))
    App.of(world.bob.person)
    assert signed_in(world.alice).post(f"/people/{world.bob.pk}/reset/").status_code == 422
    assert "totp" in factors_of(world.bob.person)


def test_an_administrator_reads_no_record_by_that_role() -> None:
    from manumit.spine.access.kinds import all_kinds

    from ..kinds import ALL

    texts = {kind.name: kind.policy.read_text() for kind in all_kinds() if kind not in ALL}
    assert not [name for name, text in texts.items() if '"administrator"' in text or '"operator"' in text]


def test_the_command_line_resets_anybody_and_says_so_in_the_log(world, capsys) -> None:
    from argparse import Namespace

    from ..commands import link

    App.of(world.charlie.person)
    assert link.run(Namespace(email="Charlie@plains.example")) == 0
    assert factors_of(world.charlie.person) == set()
    path = capsys.readouterr().out.strip()
    assert path.startswith("/sign-in/link/")
    assert leaves("person.reset_factors")[-1]["person_id"] is None
    assert link.run(Namespace(email="nobody@plains.example")) == 1
