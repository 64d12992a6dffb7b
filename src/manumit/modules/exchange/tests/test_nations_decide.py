"""What a nation decided counts from its moment: for releases, exports and whoever used its permission before."""

from datetime import timedelta
from importlib import import_module
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.http import QueryDict
from django.utils import timezone

from manumit.spine.access import Denied, allowed, nations
from manumit.spine.access.models import NationRule, NationUse, Release, Use
from manumit.spine.audit.models import Entry
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

from .. import questions
from ..actions.record_decision import Decided, record_decision
from .cases import open_case, with_cases
from .conftest import actor

pytestmark = [pytest.mark.django_db, with_cases]
YES = Decided(Use.STATISTICS, True, "Tribal Council", "Resolution 26-20")
NO = Decided(Use.STATISTICS, False, "Tribal Council", "Resolution 26-31")


def released_to(agency_id: int, days: int = 30) -> Terms:
    """Return a release of people for some days."""
    ends = timezone.now() + timedelta(days=days)
    return Terms(agency_id, frozenset({"people"}), frozenset({"investigation"}), "Request", ends)


def investigation(allowed: bool, agency_id: int | None = None, **when) -> Decided:
    """Return a decision about who may investigate."""
    return Decided(Use.INVESTIGATION, allowed, "Tribal Council", "Resolution 26-40", agency_id, **when)


def test_only_a_supervisor_of_the_nation_speaks_for_it(ada, ben, fay, nation) -> None:
    for stranger in (ben, fay):
        with pytest.raises(Denied):
            record_decision(stranger, nation.pk, YES)
    rule = record_decision(ada, nation.pk, YES)
    assert Entry.objects.filter(verb="nation.decide", record_id=nation.pk).count() == 1
    assert nations.word(nation.pk, Use.STATISTICS).rule == rule


def test_no_decision_means_no_but_for_investigation(ada, fay, nation) -> None:
    case = open_case(ada, nation=nation)
    for use in (Use.STATISTICS, Use.RESEARCH, Use.PUBLIC_LISTING):
        assert not nations.includes(case, use).allowed
    assert nations.includes(case, Use.INVESTIGATION, fay.agency_id).allowed
    assert nations.includes(open_case(ada), Use.STATISTICS).allowed, "a case that names no nation is nobody's people's"


def test_what_was_decided_stays_readable_and_is_never_rewritten(ada, nation) -> None:
    record_decision(ada, nation.pk, YES)
    record_decision(ada, nation.pk, NO)
    assert [rule.citation for rule in questions.decisions_of(nation.pk)] == [NO.citation, YES.citation]
    with pytest.raises(DatabaseError), transaction.atomic():
        NationRule.objects.update(allowed=True)


def test_a_decision_begins_and_ends_by_itself(ada, nation) -> None:
    now = timezone.now()
    begins, ends = now + timedelta(days=2), now + timedelta(days=4)
    record_decision(ada, nation.pk, Decided(Use.RESEARCH, True, "Council", "R-1", None, begins, ends))
    days = [nations.word(nation.pk, Use.RESEARCH, None, now + timedelta(days=day)).allowed for day in range(6)]
    assert days == [False, False, True, True, False, False]
    assert not nations.word(nation.pk, Use.RESEARCH, None, ends).allowed


@pytest.mark.parametrize("wrong", [
    {"decided_by": " "}, {"citation": ""}, {"use": "sale"}, {"ends_at": timezone.now() - timedelta(days=1)},
    {"effective_at": timezone.now() - timedelta(days=1)}, {"agency_id": 1},
])  # fmt: skip
def test_what_makes_no_sense_is_refused(ada, nation, wrong) -> None:
    said = {"use": Use.STATISTICS, "allowed": True, "decided_by": "Council", "citation": "R-1", **wrong}
    with pytest.raises(ValidationError):
        record_decision(ada, nation.pk, Decided(**said))


def test_from_the_first_word_on_investigation_only_named_agencies_are_released_to(ada, fay, charlie, nation) -> None:
    case = open_case(ada, nation=nation)
    release_record(ada, case, released_to(charlie.agency_id))
    assert allowed(charlie, "read_people", case)
    record_decision(ada, nation.pk, investigation(True, fay.agency_id))
    assert not allowed(charlie, "read_summary", case), "what was released to others ends at once"
    release_record(ada, case, released_to(fay.agency_id))
    with pytest.raises(ValidationError, match="does not let this agency"):
        release_record(ada, case, released_to(charlie.agency_id))
    record_decision(ada, nation.pk, investigation(False, fay.agency_id))
    assert not allowed(fay, "read_summary", case)


def test_a_release_lasts_no_longer_than_the_nations_word(ada, fay, nation) -> None:
    case = open_case(ada, nation=nation)
    given = release_record(ada, case, released_to(fay.agency_id, days=90))
    ends = timezone.now() + timedelta(days=9)
    record_decision(ada, nation.pk, investigation(True, fay.agency_id, ends_at=ends))
    assert Release.objects.get(pk=given.pk).expires_at == ends
    with pytest.raises(ValidationError):
        release_record(ada, case, released_to(fay.agency_id, days=10))
    later = timezone.now() + timedelta(days=3)
    record_decision(ada, nation.pk, investigation(False, fay.agency_id, effective_at=later))
    assert Release.objects.get(pk=given.pk).expires_at == later


def test_opening_to_partners_needs_the_nations_word(ada, fay, nation) -> None:
    set_level = import_module("manumit.modules.cases.actions.set_level").set_level
    case = open_case(ada, nation=nation)
    record_decision(ada, nation.pk, investigation(True, fay.agency_id))
    with pytest.raises(ValidationError):
        set_level(ada, case, "open", expected_version=case.version, source="Ada")


def _exported(asker, name: str):
    export = import_module("manumit.modules.cases.exporting.gathering")
    filters = import_module("manumit.modules.cases.filters")
    formats = import_module("manumit.modules.cases.exporting.formats").FORMATS
    out = BytesIO()
    account = export.export(export.Wish(asker, formats[name], filters.parse(QueryDict()), "Yearly report"), out)
    return account, out.getvalue()


@pytest.mark.parametrize(("name", "use"), [
    ("namus-missing", Use.PUBLIC_LISTING), ("namus-json", Use.PUBLIC_LISTING),
])  # fmt: skip
def test_an_export_asks_the_nation_and_the_user_sees_the_permission_go(ada, fay, nation, name, use) -> None:
    numbered = import_module("manumit.modules.cases.actions.add_number").add_number
    numbered(ada, open_case(ada, nation=nation), "namus", "MP12345", source="NamUs")
    account, told = _exported(ada, name)
    assert (account.written, sum(account.left_out.values())) == (0, 1)
    assert b"Tallgrass" not in told
    record_decision(ada, nation.pk, Decided(use, True, "Council", "R-1"))
    account, told = _exported(ada, name)
    assert account.written == 1
    used = NationUse.objects.get()
    assert (used.agency_id, used.records, used.rule.citation) == (ada.agency_id, 1, "R-1")
    record_decision(ada, nation.pk, Decided(use, False, "Council", "R-2"))
    assert _exported(ada, name)[0].written == 0
    assert questions.uses_of(ada, nation.pk) == [used]
    assert questions.uses_of(fay, nation.pk) == [], "who did not use it learns nothing of others' uses"


def test_the_statistics_format_is_declared_as_such() -> None:
    formats = import_module("manumit.modules.cases.exporting.formats").FORMATS
    assert {each.use for name, each in formats.items() if name.startswith("htcds")} == {Use.STATISTICS}


def test_another_agency_of_the_nation_needs_no_naming(ada, nation, charlie) -> None:
    agency = import_module("manumit.spine.identity.models").Agency
    courts = agency.objects.create(name="Stonewater Courts", short_name="SWC", kind="tribal", nation=nation)
    case = open_case(ada, nation=nation)
    record_decision(ada, nation.pk, investigation(True, charlie.agency_id))
    clerk = actor("clerk", courts, "investigator")
    release_record(ada, case, released_to(courts.pk))
    assert allowed(clerk, "read_people", case)


def test_what_was_released_before_ends_when_the_record_is_said_to_be_of_the_nations_people(ada, fay, nation) -> None:
    case = open_case(ada)
    record_decision(ada, nation.pk, investigation(False))
    given = release_record(ada, case, released_to(fay.agency_id))
    assert allowed(fay, "read_people", case)
    edit = import_module("manumit.modules.cases.actions.edit_case").edit_case
    edit(ada, case, {"nation": nation.pk}, expected_version=case.version, source="Family")
    assert not allowed(fay, "read_summary", case)
    assert Release.objects.get(pk=given.pk).ended_at is not None
    leaf = Entry.objects.filter(verb="case.release.end", record_id=case.pk).get()
    assert "Resolution 26-40" in leaf.detail


def test_it_ends_with_the_nations_word_where_that_ends_sooner(ada, fay, nation) -> None:
    case, ends = open_case(ada), timezone.now() + timedelta(days=5)
    record_decision(ada, nation.pk, investigation(True, fay.agency_id, ends_at=ends))
    given = release_record(ada, case, released_to(fay.agency_id))
    edit = import_module("manumit.modules.cases.actions.edit_case").edit_case
    edit(ada, case, {"nation": nation.pk}, expected_version=case.version, source="Family")
    assert Release.objects.get(pk=given.pk).expires_at == ends


def test_a_later_word_about_every_agency_counts_for_those_named_before(ada, fay, charlie, nation) -> None:
    case = open_case(ada, nation=nation)
    record_decision(ada, nation.pk, investigation(True, fay.agency_id))
    release_record(ada, case, released_to(fay.agency_id))
    record_decision(ada, nation.pk, investigation(False))
    assert not allowed(fay, "read_summary", case), "nobody may: what was released before ends at once"
    with pytest.raises(ValidationError):
        release_record(ada, case, released_to(fay.agency_id))
    record_decision(ada, nation.pk, investigation(True))
    record_decision(ada, nation.pk, investigation(False, charlie.agency_id))
    release_record(ada, case, released_to(fay.agency_id))
    with pytest.raises(ValidationError):
        release_record(ada, case, released_to(charlie.agency_id))
