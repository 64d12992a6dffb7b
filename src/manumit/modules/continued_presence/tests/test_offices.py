"""An operator says which agencies sponsor and decide; nobody else does."""

import argparse

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.actions.record_fact import record_fact
from manumit.modules.continued_presence.actions.register_office import end_office, register_office
from manumit.modules.continued_presence.commands import presence_office, presence_offices
from manumit.modules.continued_presence.questions import sponsors
from manumit.modules.continued_presence.tests.people import to_active
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.models import Agency
from manumit.spine.workflow.refusing import Refused

pytestmark = pytest.mark.django_db


def run(command, *words: str) -> int:
    """Run a command as its words say."""
    parser = argparse.ArgumentParser()
    command.arguments(parser)
    return command.run(parser.parse_args(words))


def test_offices_are_registered_listed_and_ended(cast, capsys) -> None:
    assert run(presence_office, "INV-dhs", "sponsor", "--region", "ID", "--region", "WA") == 0
    assert sponsors("WA")[0].short_name == "INV-dhs"
    assert run(presence_offices, "--region", "WA") == 0
    told = capsys.readouterr().out
    assert "INV-dhs" in told
    assert "INV-sponsor" not in told, "it sponsors another state"
    assert run(presence_office, "INV-dhs", "sponsor", "--region", "WA", "--end") == 0
    assert run(presence_office, "INV-dhs", "sponsor", "--region", "WA", "--end") == 1
    assert run(presence_office, "INV-city", "sponsor") == 1
    assert run(presence_office, "NOBODY", "sponsor") == 1


def test_an_office_names_the_categories_of_its_permits(cast, complete, capsys) -> None:
    assert run(presence_office, "INV-dhs", "decider", "--permit-code", "c14", "--permit-code", "C11") == 0
    assert run(presence_offices) == 0
    assert "(C11, C14)" in capsys.readouterr().out
    assert run(presence_office, "INV-dhs", "decider", "--permit-code", "eleven") == 1
    assert run(presence_office, "INV-dhs", "decider") == 0, "those named stay"
    request = to_active(cast, complete)
    for wrong in ("", "C09"):
        with pytest.raises(Refused):
            record_fact(cast["intake"], request, "permit", code=wrong)
    here = f"/presence/{request.number}/"
    browser = browser_of(cast["intake"])
    assert browser.post(f"{here}record/permit/", {"on": ""}).status_code == 422
    assert browser.post(f"{here}record/permit/", {"on": "", "code": "C11"}).status_code == 302
    request.refresh_from_db()
    assert (request.permit_on, request.permit_code) == (timezone.localdate(), "C11")
    assert "C11" in browser.get(here).content.decode()
    assert browser.get(f"/api/v1/continued_presence/{request.number}").json()["permit_code"] == "C11"


def test_where_no_category_was_named_none_is_asked_or_taken(cast, complete) -> None:
    request = to_active(cast, complete)
    with pytest.raises(Refused):
        record_fact(cast["intake"], request, "permit", code="C11")
    page = browser_of(cast["intake"]).get(f"/presence/{request.number}/record/permit/").content.decode()
    assert 'name="code"' not in page
    assert record_fact(cast["intake"], request, "permit").permit_code == ""


def test_only_an_operator_registers_on_screen(cast) -> None:
    agency = Agency.objects.get(short_name="INV-dhs")
    for who in ("detective", "intake"):
        for deed in (register_office, end_office):
            with pytest.raises(Refused):
                deed(cast[who], agency, "sponsor", "ID")
    assert register_office(cast["federal_charlie"], agency, "sponsor", "ID").region == "ID"
