"""Opening a case: at once, in intake, owned by the opener's agency, restricted, with its leaf."""

import pytest

from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.cases.models import Case
from manumit.spine.access import Denied
from manumit.spine.audit.models import Entry
from manumit.spine.records import provenance
from manumit.spine.workflow.rulebook import Broken


def report(**values):
    return Report({"case_type": "missing", **values}, source="Walk-in")


def test_it_begins_in_intake_owned_and_restricted(case, alice):
    assert (case.state, case.owner_id, case.level, case.version) == ("intake", alice.agency_id, "restricted", 1)
    assert case.subject_name == "Tallgrass, Rosa"
    assert case.number.startswith("C-")


def test_it_leaves_its_leaf(case, alice):
    leaf = Entry.objects.get(kind="case", record_id=case.pk)
    assert (leaf.verb, leaf.person_id) == ("case.open", alice.person_id)


def test_it_remembers_who_said_it(case):
    assert provenance.of(case, "last_seen_county").source == "Reporting party, by telephone"


def test_nothing_more_than_a_type_is_needed(alice):
    case = open_case(alice, report())
    assert (case.last_seen_precision, case.last_seen_state, case.tribal_land) == ("unknown", "ZZ", "unknown")


def test_an_analyst_may_not(bob):
    with pytest.raises(Denied):
        open_case(bob, report())


def test_rules_are_kept_and_nothing_stays(alice):
    with pytest.raises(Broken) as broken:
        open_case(alice, report(last_seen_county="Big Horn"))
    assert [finding.rule for finding in broken.value.findings] == ["county_needs_state"]
    assert not Case.objects.visible_to(alice).exists()
