"""An administrator invites, somebody else vouches, and only then is there a link, which works once."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency, Invitation, Membership, Person

from .conftest import leaves, member, noted, signed_in

pytestmark = pytest.mark.django_db
ERIN = {"full_name": "Erin Stone", "email": "Erin@Cedar.example", "roles": ["analyst"]}


def invited(world, **changes) -> Invitation:
    """Let Alice invite Erin."""
    answer = signed_in(world.alice).post("/invitations/new/", {**ERIN, "agency": world.cedar.pk, **changes})
    assert answer.status_code == 302, answer.content
    return Invitation.objects.get()


def vouched(world, capture) -> str:
    """Let Bob vouch for Erin and return the path in her mail."""
    invitation = invited(world)
    with capture(execute=True):
        signed_in(world.bob, "investigation").post(f"/invitations/{invitation.pk}/vouch/")
    return re.search(r"http://testserver(/invitation/\S+)", mail.outbox[-1].body).group(1)


def test_an_invitation_leads_into_setting_up_factors(world, django_capture_on_commit_callbacks) -> None:
    path, client = vouched(world, django_capture_on_commit_callbacks), Client()
    assert client.get(path).status_code == 200
    answer = client.post(path, {"full_name": "Erin Stone", "terms": "on"})
    assert answer["Location"] == "/account/set-up/"
    person = Person.objects.get(email="erin@cedar.example")
    membership = Membership.objects.get(person=person)
    assert (membership.roles, membership.sponsor_id) == (["analyst"], world.bob.person_id)
    assert not person.has_usable_password()
    assert client.get("/purpose/")["Location"] == "/account/set-up/"
    assert client.get("/account/passkeys/add/").status_code == 200
    assert [len(leaves(f"invitation.{verb}")) for verb in ("create", "vouch", "accept")] == [1, 1, 1]
    assert leaves("invitation.vouch")[0]["purpose"] == "investigation"


def test_it_works_once_and_only_with_the_terms(world, django_capture_on_commit_callbacks) -> None:
    path = vouched(world, django_capture_on_commit_callbacks)
    assert Client().post(path, {"full_name": "Erin Stone"}).status_code == 422
    assert Client().post(path, {"full_name": "Erin Stone", "terms": "on"}).status_code == 302
    assert Client().post(path, {"full_name": "Erin Stone", "terms": "on"}).status_code == 410


def test_whoever_invites_does_not_vouch(world) -> None:
    invitation = invited(world)
    signed_in(world.alice).post(f"/invitations/{invitation.pk}/vouch/")
    invitation.refresh_from_db()
    assert invitation.token_hash is None


def test_a_stranger_does_not_vouch_nor_learn_of_it(world) -> None:
    invitation = invited(world)
    charlie = signed_in(world.charlie)
    assert charlie.post(f"/invitations/{invitation.pk}/vouch/").status_code == 404
    assert b"Erin" not in charlie.get("/invitations/").content


def test_the_only_member_of_an_installation_vouches_alone_and_the_log_says_so(db) -> None:
    agency = Agency.objects.create(name="First", short_name="F", kind=AgencyKind.TRIBAL)
    alice = member("first@first.example", agency, Role.ADMINISTRATOR)
    client = signed_in(alice)
    client.post("/invitations/new/", {**ERIN, "agency": agency.pk})
    client.post(f"/invitations/{Invitation.objects.get().pk}/vouch/")
    assert Invitation.objects.get().vouched_at
    assert leaves("invitation.vouch")[0]["detail"] == '{"alone":true}'


def test_the_mail_names_the_agency_and_nothing_else(world, django_capture_on_commit_callbacks) -> None:
    vouched(world, django_capture_on_commit_callbacks)
    assert mail.outbox[-1].subject == "Your invitation"
    assert mail.outbox[-1].to == ["erin@cedar.example"]
    assert "Cedar Bend Tribal Police" in mail.outbox[-1].body


def test_the_token_is_kept_nowhere(world, django_capture_on_commit_callbacks) -> None:
    token = vouched(world, django_capture_on_commit_callbacks).split("/")[2]
    assert token not in str(list(Invitation.objects.values()))
    assert token not in str(leaves("invitation.vouch"))


@pytest.mark.parametrize("how", ["expired", "withdrawn", "agency closed", "invented"])
def test_a_link_that_is_over_says_so_and_not_why(world, django_capture_on_commit_callbacks, how) -> None:
    path = vouched(world, django_capture_on_commit_callbacks)
    if how == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif how == "withdrawn":
        signed_in(world.alice).post(f"/invitations/{Invitation.objects.get().pk}/withdraw/")
    elif how == "agency closed":
        Agency.objects.update(active=False)
        noted(*Agency.objects.all())
    else:
        path = "/invitation/invented/"
    answer = Client().get(path)
    assert answer.status_code == 410
    assert b"This link does not work" in answer.content


def test_somebody_with_an_account_is_not_signed_in_by_an_invitation(world, django_capture_on_commit_callbacks) -> None:
    fay = member("erin@cedar.example", world.plains, Role.INVESTIGATOR)
    path, client = vouched(world, django_capture_on_commit_callbacks), Client()
    assert client.post(path, {"full_name": "Somebody Else", "terms": "on"})["Location"] == "/sign-in/"
    assert "_auth_user_id" not in client.session
    assert Membership.objects.filter(person=fay.person, agency=world.cedar).exists()
    assert Person.objects.get(pk=fay.person_id).full_name == fay.person.full_name


def test_an_investigator_invites_nobody(world) -> None:
    answer = signed_in(world.bob, "investigation").post("/invitations/new/", {**ERIN, "agency": world.cedar.pk})
    assert answer.status_code in {403, 404}
    assert not Invitation.objects.exists()


def test_an_administrator_invites_into_their_own_agency_only(world) -> None:
    answer = signed_in(world.alice).post("/invitations/new/", {**ERIN, "agency": world.plains.pk})
    assert answer.status_code == 422


def test_an_operator_invites_the_first_administrator_of_a_new_agency_and_then_no_more(world) -> None:
    charlie = signed_in(world.charlie)
    new = Agency.objects.create(name="Field Office", short_name="FO", kind=AgencyKind.FEDERAL)
    noted(new)
    first = {**ERIN, "agency": new.pk, "roles": ["administrator"]}
    assert charlie.post("/invitations/new/", first).status_code == 302
    assert charlie.post("/invitations/new/", {**first, "agency": world.cedar.pk}).status_code == 422


def test_there_is_no_registration(db) -> None:
    for path in ("/signup/", "/accounts/signup/", "/sign-up/", "/account/signup/", "/password/reset/"):
        assert Client().get(path).status_code == 404
