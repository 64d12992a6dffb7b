"""A StratML file is filed once, by those who may; what is wrong in it is named; entities are refused."""

from dataclasses import replace

import pytest

from manumit.modules.action_plan.actions.import_stratml import compared, import_stratml
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.modules.action_plan.commands import plan_import_stratml
from manumit.modules.action_plan.exporting.stratml import BadStratml, Plan, Promise, of, read, write
from manumit.modules.action_plan.models import Commitment, PublicCommitment
from manumit.spine.access import Denied
from manumit.spine.identity.models import Person

ONE = Promise(
    "X-1", "Train inspectors", "train inspectors", "prevention", ("Department of Labor", "DHS"), "ongoing",
    "2030-09-30", "inspectors", 40, None, "", "We will train 40 inspectors.",
)  # fmt: skip
EVIL = [
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
]


def test_a_promise_becomes_a_commitment_of_its_agency_once(sia, cora, dan) -> None:
    plan = read(write(Plan("Theirs", (ONE,))))
    (filed,) = import_stratml(sia, plan, source="theirs.xml").filed
    assert (filed.agency_code, filed.joint_codes, filed.owner_id) == ("DOL", ["DHS"], cora.agency_id)
    assert (filed.title, filed.verb, filed.thing, filed.target) == ("Train inspectors", "train", "inspectors", 40)
    assert (str(filed.due_on), filed.sentence) == ("2030-09-30", "We will train 40 inspectors.")
    again = import_stratml(sia, plan, source="theirs.xml")
    assert (again.filed, [number for _, number in again.known]) == ([], [filed.number])


def test_what_came_in_goes_out_as_it_came(sia, cora, dan) -> None:
    (filed,) = import_stratml(sia, Plan("Theirs", (ONE,)), source="theirs.xml").filed
    publish_commitment(sia, filed, expected_version=filed.version)
    (out,) = read(write(of(PublicCommitment.objects.all()))).promises
    assert replace(out, number="X-1", agencies=ONE.agencies, actual=None) == ONE


def test_what_is_completed_elsewhere_waits_for_its_evidence_here(sia) -> None:
    (filed,) = import_stratml(sia, Plan("x", (replace(ONE, status="completed"),)), source="x").filed
    assert filed.status == "in_progress"


def test_looking_files_nothing(sia) -> None:
    assert compared(sia, Plan("x", (ONE,))).new == [ONE]
    assert not Commitment.unscoped.exists()


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (replace(ONE, due="soon"), "X-1: EndDate soon"),
        (replace(ONE, agencies=()), "X-1: give it a Stakeholder"),
        (replace(ONE, title="", thing=""), "X-1: give it a Name"),
        (replace(ONE, agencies=("The Agency of Very Long Names",)), "X-1: write the agency"),
        (replace(ONE, title="x" * 301), "X-1: Name has 301 letters, 300 are the most"),
        (replace(ONE, measure="x" * 121), "X-1: MeasurementDimension has 121"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_filed(sia, broken, said) -> None:
    with pytest.raises(BadStratml, match=said):
        import_stratml(sia, Plan("x", (replace(ONE, number="X-0"), broken)), source="x")
    assert not Commitment.unscoped.exists()


@pytest.mark.parametrize("content", EVIL)
def test_entities_are_refused(content: bytes) -> None:
    with pytest.raises(BadStratml, match="read safely"):
        read(content)


def test_only_the_secretariat_imports(cora, charlie) -> None:
    for actor in (cora, charlie):
        with pytest.raises(Denied):
            import_stratml(actor, Plan("x", (ONE,)), source="x")


def test_by_command_and_by_page(sia, cora, as_person, tmp_path, capsys) -> None:
    from argparse import Namespace

    from django.core.files.uploadedfile import SimpleUploadedFile

    path = tmp_path / "theirs.xml"
    path.write_bytes(write(Plan("x", (ONE,))))
    email = Person.objects.get(pk=sia.person_id).email
    assert plan_import_stratml.run(Namespace(file=path, by="nobody@example.org", really=True)) == 1
    assert plan_import_stratml.run(Namespace(file=path, by=email, really=False)) == 0
    assert "1 new, 0 known; 0 filed" in capsys.readouterr().err
    browser = as_person(sia)
    sent = {"file": SimpleUploadedFile("theirs.xml", path.read_bytes()), "what": "check"}
    assert b"New: Train inspectors" in browser.post("/plan/documents/stratml/", sent).content
    sent = {"file": SimpleUploadedFile("evil.xml", EVIL[0]), "what": "file"}
    assert browser.post("/plan/documents/stratml/", sent).status_code == 422
    sent = {"file": SimpleUploadedFile("theirs.xml", path.read_bytes()), "what": "file"}
    assert browser.post("/plan/documents/stratml/", sent).status_code == 302
    assert Commitment.unscoped.get().title == "Train inspectors"
