"""Agencies are listed for all, created by operators, edited by their administrators."""

import pytest

from manumit.spine.identity.models import Agency

from .conftest import leaves, noted, signed_in

pytestmark = pytest.mark.django_db
NEW = {"name": "Red Mesa Police", "short_name": "RMP", "kind": "tribal", "ori": "nm0010000", "nation": "Red Mesa"}


def test_an_operator_creates_one(world) -> None:
    answer = signed_in(world.charlie).post("/agencies/new/", NEW)
    made = Agency.objects.get(short_name="RMP")
    assert answer["Location"] == f"/agencies/{made.pk}/"
    assert (made.ori, made.nation.name) == ("NM0010000", "Red Mesa")
    assert leaves("agency.create")[-1]["record_id"] == made.pk


def test_an_administrator_edits_their_own_and_the_log_keeps_both_values(world) -> None:
    changed = {**NEW, "name": world.cedar.name, "short_name": "Cedar", "nation": ""}
    assert signed_in(world.alice).post(f"/agencies/{world.cedar.pk}/edit/", changed).status_code == 302
    assert '"short_name":{"from":"CBTP","to":"Cedar"}' in leaves("agency.edit")[-1]["detail"]


@pytest.mark.parametrize("ori", ["NM001", "NM00100000", "1M0010000", "NM-010000"])
def test_an_ori_has_its_form(world, ori) -> None:
    answer = signed_in(world.charlie).post("/agencies/new/", {**NEW, "ori": ori})
    assert answer.status_code == 422
    assert "nine characters" in answer.content.decode()


def test_a_name_is_taken_once_however_it_is_written(world) -> None:
    answer = signed_in(world.charlie).post("/agencies/new/", {**NEW, "name": "CEDAR BEND TRIBAL POLICE"})
    assert answer.status_code == 422


def test_no_agency_stands_above_itself(world) -> None:
    Agency.objects.filter(pk=world.plains.pk).update(parent=world.cedar)
    noted(world.plains)
    changed = {**NEW, "name": world.cedar.name, "short_name": "CBTP", "parent": world.plains.pk}
    assert signed_in(world.alice).post(f"/agencies/{world.cedar.pk}/edit/", changed).status_code == 422


def test_an_operator_closes_and_opens_another_but_not_their_own(world) -> None:
    charlie, alice = signed_in(world.charlie), signed_in(world.alice)
    charlie.post(f"/agencies/{world.cedar.pk}/toggle/")
    assert alice.get("/people/").status_code == 302
    charlie.post(f"/agencies/{world.cedar.pk}/toggle/")
    assert alice.get("/people/").status_code == 200
    charlie.post(f"/agencies/{world.plains.pk}/toggle/")
    assert Agency.objects.get(pk=world.plains.pk).active


def test_administration_needs_its_purpose(world) -> None:
    alice = signed_in(world.alice, "investigation")
    assert alice.get(f"/agencies/{world.cedar.pk}/edit/").status_code == 403
    assert alice.get(f"/people/{world.bob.pk}/roles/").status_code == 403
