"""A message of NIEM becomes cases that say what it says; one made to harm is refused and opens nothing."""

import io
import json
import socket
from argparse import ArgumentParser

import pytest
from django.utils import timezone

from manumit.modules.cases.exporting.account import Account
from manumit.modules.cases.exporting.gathering import OPEN_GROUPS, read_cases
from manumit.modules.cases.exporting.niem import message
from manumit.modules.cases.exporting.niem.carried import carried, people_of
from manumit.modules.cases.exporting.niem.reading import MOST_BYTES, BadMessage, read
from manumit.modules.cases.exporting.tests.test_niem_round_trip import invented
from manumit.modules.cases.importing import niem, people_command
from manumit.modules.cases.importing.person_report import MODELS
from manumit.modules.cases.models import Case
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """No parser opens a connection; the database is reached by a socket file of its own."""

    def refuse(self, address, *rest):
        if isinstance(address, tuple):
            raise AssertionError(f"a connection to {address}")
        return real(self, address, *rest)

    real = socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", refuse)


def written(path, *dossiers):
    with path.open("wb") as file:
        message.write(dossiers, file, Account())
    return path


def imported(*paths, capsys):
    """Run the command and return its status, its counts and what it refused."""
    parser = ArgumentParser()
    people_command.arguments(parser)
    status = people_command.run(niem.reports, parser.parse_args([*map(str, paths), "--json"]))
    told = capsys.readouterr()
    refused = [json.loads(line) for line in told.err.splitlines() if line.startswith("{")]
    return status, json.loads(told.out), refused


def test_what_was_exported_comes_back_as_cases_and_a_second_run_changes_nothing(alice, tmp_path, capsys):
    sent = [each for each in map(invented, range(30)) if people_of(each)]
    path = written(tmp_path / "a.xml", *sent)
    status, counts, refused = imported(path, capsys=capsys)
    people = sum(len(people_of(each)) for each in sent)
    assert (refused, status, counts) == ([], 0, {"offered": people, "added": people, "unchanged": 0, "refused": 0})
    assert {case.level for case in Case.unscoped.all()} == {"restricted"}
    assert imported(path, capsys=capsys)[1] == {"offered": people, "added": 0, "unchanged": people, "refused": 0}


def test_a_stranger_imports_for_their_own_agency_alone(alice, bob, tmp_path, capsys):
    path = written(tmp_path / "a.xml", next(each for each in map(invented, range(9)) if people_of(each)))
    imported(path, capsys=capsys)
    agency = Case.unscoped.get().owner_id
    other = bob if bob.agency_id != agency else alice
    assert not Case.objects.visible_to(other).exists()


def test_a_rule_that_is_broken_names_file_place_and_field(alice, tmp_path, capsys):
    dossier = next(each for each in map(invented, range(9)) if people_of(each))
    dossier.rows[type(people_of(dossier)[0])][0].age_min = 90
    dossier.rows[type(people_of(dossier)[0])][0].age_max = 20
    status, counts, refused = imported(written(tmp_path / "a.xml", dossier), capsys=capsys)
    assert (status, counts["refused"], Case.unscoped.count()) == (1, 1, 0)
    assert (refused[0]["file"], refused[0]["row"]) == ("a.xml", 1)
    assert refused[0]["column"].startswith("age_")


HOSTILE = {
    "an outside entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "an outside DTD": '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/a.dtd"> %x;]><a/>',
    "a billion laughs": "<!DOCTYPE a [<!ENTITY b 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + place)}x '{'&' + chr(97 + place) + 'x;' if place else '&b;'}'>" for place in range(20)
    ) + "]><a>&ux;</a>",
    "too deep": "<a>" * 5000,
    "cut off": "<a><b>",
    "no XML": "MP123,Alder",
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_harm_is_refused(name):
    with pytest.raises(BadMessage):
        list(read(io.BytesIO(HOSTILE[name].encode()), "a.xml"))


def test_a_person_without_end_is_refused_before_memory_is():
    class Endless(io.RawIOBase):
        sent = 0

        def read(self, size=-1):
            self.sent += 65_536
            return b"<a>" + b" " * 65_533 if self.sent == 65_536 else b"x" * 65_536

    endless = Endless()
    with pytest.raises(BadMessage, match="bytes for one person"):
        list(read(endless, "a.xml"))
    assert endless.sent < 2 * MOST_BYTES


def test_a_hostile_file_opens_nothing_and_the_next_is_read(alice, tmp_path, capsys):
    bad = tmp_path / "bad.xml"
    bad.write_text(HOSTILE["an outside entity"])
    good = written(tmp_path / "good.xml", next(each for each in map(invented, range(9)) if people_of(each)))
    status, counts, _ = imported(bad, good, capsys=capsys)
    assert (status, counts["refused"]) == (1, 0)
    assert counts["added"] == Case.unscoped.count() > 0


def test_what_came_in_goes_out_the_same(alice, tmp_path, capsys):
    """import(export(x)) = x through the database, on what NIEM carries."""
    dossier = next(each for each in map(invented, range(99)) if len(people_of(each)) == 1)
    sent, _ = carried(dossier, people_of(dossier)[0])
    imported(written(tmp_path / "a.xml", dossier), capsys=capsys)
    membership = Membership.objects.get(pk=alice.membership_id)
    membership.roles = ["supervisor"]
    membership.save()
    sam = actor_for(membership.pk, "records")
    page = Case.objects.page(sam, readable=OPEN_GROUPS)
    (back,) = read_cases(sam, page.rows, MODELS, timezone.now())
    came, _ = carried(back, people_of(back)[0])
    assert (came.person, came.case, came.names) == (sent.person, sent.case, sent.names)
    assert (sorted(came.numbers), came.exploitations) == (sorted(sent.numbers), sent.exploitations)
