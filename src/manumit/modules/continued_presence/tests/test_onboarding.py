"""Many agencies are taken in at once: looked at first, row by row, by operators alone."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from manumit.modules.continued_presence.actions.onboard import onboard, rehearse
from manumit.modules.continued_presence.models import Office
from manumit.modules.continued_presence.onboarding import read
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Invitation
from manumit.spine.workflow.refusing import Refused
from manumit.values.strict_csv import BadCsv

TABLE = b"""short_name,name,kind,ori,power,states,email,person,roles
CEDAR-PD,Cedar Falls Police,local,MT0560000,,,ruth@cedar.example,Ruth Vale,supervisor investigator
SPON-ID,Sponsor Office Idaho,federal,,sponsor,ID WA,,,
CEDAR-PD,,,,,,lee@cedar.example,Lee Poe,investigator
BAD-1,Bad One,village,,,,,,
CEDAR-PD,,,,sponsor,MT,,,
CEDAR-PD,,,,,,not an address,Lee Poe,investigator
CEDAR-PD,,,,,,kim@cedar.example,Kim Ash,king
"""


def operator(cast) -> Actor:
    """An operator who keeps records: administering is for that purpose."""
    return replace(cast["federal_charlie"], purpose="records")


def test_a_table_of_other_columns_is_no_table() -> None:
    for bad in (b"name,colour\nx,red\n", b"", b"name\nx\n"):
        with pytest.raises(BadCsv):
            read(bad)


@pytest.mark.django_db
def test_rows_stand_alone_and_say_why_they_are_refused(cast) -> None:
    found = onboard(operator(cast), read(TABLE))
    assert [bool(each.refused) for each in found] == [False, False, False, True, True, True, True]
    assert Agency.objects.filter(short_name__in=["CEDAR-PD", "SPON-ID"]).count() == 2
    assert not Agency.objects.filter(short_name="BAD-1").exists()
    assert set(Office.objects.filter(agency__short_name="SPON-ID").values_list("region", flat=True)) == {"ID", "WA"}
    assert set(Invitation.objects.values_list("email", flat=True)) == {"ruth@cedar.example", "lee@cedar.example"}
    again = onboard(operator(cast), read(TABLE))
    assert all(each.refused for each in again), "nothing is done twice"


@pytest.mark.django_db
def test_looking_does_nothing_and_tells_the_same(cast) -> None:
    looked = rehearse(operator(cast), read(TABLE))
    assert not Agency.objects.filter(short_name="CEDAR-PD").exists()
    assert looked == onboard(operator(cast), read(TABLE))


@pytest.mark.django_db
def test_on_screen_by_operators_alone(cast) -> None:
    def sent(**more: str) -> dict[str, object]:
        return {"file": SimpleUploadedFile("t.csv", TABLE, "text/csv"), **more}

    with pytest.raises(Refused):
        onboard(cast["supervisor"], read(TABLE))
    here = "/presence-onboarding/"
    assert browser_of(cast["supervisor"]).post(here, sent()).status_code == 422
    browser = browser_of(operator(cast))
    assert "nothing was done" in browser.post(here, sent(only_look="on")).content.decode()
    assert not Agency.objects.filter(short_name="CEDAR-PD").exists()
    assert "refused: 4" in browser.post(here, sent()).content.decode()
    assert Agency.objects.filter(short_name="CEDAR-PD").exists()
