"""An operator says which agencies sponsor and decide; nobody else does."""

import argparse

import pytest

from manumit.modules.continued_presence.actions.register_office import end_office, register_office
from manumit.modules.continued_presence.commands import presence_office, presence_offices
from manumit.modules.continued_presence.questions import sponsors
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


def test_only_an_operator_registers_on_screen(cast) -> None:
    agency = Agency.objects.get(short_name="INV-dhs")
    for who in ("detective", "intake"):
        for deed in (register_office, end_office):
            with pytest.raises(Refused):
                deed(cast[who], agency, "sponsor", "ID")
    assert register_office(cast["federal_charlie"], agency, "sponsor", "ID").region == "ID"
