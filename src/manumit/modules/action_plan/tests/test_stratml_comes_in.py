"""A StratML file is filed once, by those who may; what is wrong in it is named; entities are refused."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from manumit.modules.action_plan.actions.answer_advice import accept_advice, answer_advice
from manumit.modules.action_plan.actions.give_advice import give_advice
from manumit.modules.action_plan.actions.import_stratml import compared, import_stratml
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.modules.action_plan.choices import PlanPillar, Status
from manumit.modules.action_plan.commands import plan_import_stratml
from manumit.modules.action_plan.exporting.stratml import BadStratml, Plan, Promise, of, read, write
from manumit.modules.action_plan.models import Commitment, PublicCommitment
from manumit.modules.action_plan.reading.agencies import agency_of
from manumit.spine.access import Denied
from manumit.spine.identity.models import Person

ONE = Promise(
    "X-1", "Train inspectors", "train inspectors", "prevention", ("Department of Labor", "DHS"), "ongoing",
    "2030-09-30", "inspectors", 40, None, "", "We will train 40 inspectors.",
)  # fmt: skip
SHARED = Path(os.environ.get("MANUMIT_SHARED", Path(__file__).resolve().parents[6] / "shared"))
ORDER = {value: place for place, value in enumerate(PlanPillar.values)}
EVIL = [
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
]


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    folder = SHARED / "data" / "stratml"
    assert folder.is_dir(), f"{folder} is not there: set MANUMIT_SHARED to the folder that holds data/stratml"
    return etree.XMLSchema(etree.parse(folder / "PerformancePlanOrReport20160216.xsd"))


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
        (replace(ONE, target=2_147_483_648), "X-1: NumberOfUnits 2147483648 is more than"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_filed(sia, broken, said) -> None:
    with pytest.raises(BadStratml, match=said):
        import_stratml(sia, Plan("x", (replace(ONE, number="X-0"), broken)), source="x")
    assert not Commitment.unscoped.exists()


word = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20)
words = st.lists(word, min_size=2, max_size=4).map(" ".join)
plain = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))


@st.composite
def promises(draw, place: int) -> Promise:
    """A promise that may be kept here: short names of agencies, a title, a verb with its object."""
    codes = draw(st.lists(word.filter(lambda name: agency_of(name) is None), min_size=1, max_size=3, unique=True))
    due = draw(st.none() | st.dates().filter(lambda day: day.year >= 1000))
    return Promise(
        f"X-{place}", draw(words), f"{place}{draw(words)}", draw(st.sampled_from(PlanPillar.values)), tuple(codes),
        draw(st.sampled_from([value for value in Status.values if value != Status.COMPLETED])),
        due.isoformat() if due else "", draw(words), draw(st.none() | st.integers(0, 2_147_483_647)),
        sentence=draw(plain),
    )  # fmt: skip


@st.composite
def random_plans(draw) -> Plan:
    made = [draw(promises(place)) for place in range(draw(st.integers(1, 4)))]
    return Plan("Promises against human trafficking", tuple(sorted(made, key=lambda one: ORDER[one.pillar])))


def exported() -> bytes:
    return write(of(PublicCommitment.objects.order_by("number")))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=random_plans())
def test_random_plans_kept_here_go_out_as_they_came_and_validate(sia, schema, plan: Plan) -> None:
    """import(export(x)) = x through the database: kept by the product's own action, published, written, read again."""
    with transaction.atomic():
        for each in import_stratml(sia, read(write(plan)), source="theirs.xml").filed:
            publish_commitment(sia, each, expected_version=each.version)
        content = exported()
        assert schema.validate(etree.fromstring(content)), schema.error_log
        out = read(content)
        assert {replace(one, number="") for one in out.promises} == {replace(one, number="") for one in plan.promises}
        again = import_stratml(sia, out, source="ours.xml")
        assert (again.new, len(again.known)) == ([], len(plan.promises)), "our own file holds nothing new"
        assert exported() == content
        transaction.set_rollback(True)


def test_advice_the_public_may_read_goes_out_and_validates(sia, cora, rosa, asked, commitment, schema) -> None:
    publish_commitment(sia, commitment, expected_version=commitment.version)
    advice = give_advice(rosa, asked, "Ask those who left.", may_publish=True)
    answer_advice(cora, asked, advice, "partly", "Two of four ask them.")
    assert b"Ask those who left." not in exported()
    accept_advice(sia, asked, advice)
    content = exported()
    assert schema.validate(etree.fromstring(content)), schema.error_log
    assert "Ask those who left. — Taken up in part — Two of four ask them." in read(content).promises[0].advice


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
