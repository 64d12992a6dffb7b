"""Tables of NamUs that we write are read again by our own importer, and say the same."""

import io
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.modules.cases.exporting.account import Account
from manumit.modules.cases.exporting.dossier import Dossier
from manumit.modules.cases.exporting.gathering import OPEN_GROUPS
from manumit.modules.cases.exporting.namus_csv import NAMUS_MISSING, NAMUS_REMAINS
from manumit.modules.cases.exporting.namus_words import NO_NUMBER, OTHER_KIND
from manumit.modules.cases.importing.namus_layout import EXAMINER
from manumit.modules.cases.importing.readers import opened
from manumit.modules.cases.models import Case, CaseAgency, CasePerson, OutsideNumber
from manumit.values.partial_date import PartialDate
from manumit.values.tables.us_states import US_STATES

TODAY = date(2026, 1, 1)
WORD = st.text(st.sampled_from("abcdeéíñ'-"), min_size=1, max_size=12).filter(lambda text: text[0] not in "-'")
DAYS = st.dates(date(1930, 1, 1), date(2025, 12, 31))
SEEN = st.one_of(
    DAYS.map(PartialDate.day),
    DAYS.map(lambda day: PartialDate.month(day.year, day.month)),
    DAYS.map(lambda day: PartialDate.year(day.year)),
    st.just(PartialDate.unknown()),
)


@st.composite
def dossiers(draw, kind):
    seen, ages = draw(SEEN), sorted([draw(st.integers(1, 90)), draw(st.integers(1, 90))])
    state = draw(st.sampled_from(["ZZ", *(row.code for row in US_STATES)]))
    case = Case(
        pk=1, number="C-1", case_type=kind, changed_at=datetime(2025, 5, 6, tzinfo=UTC),
        last_seen_earliest_on=seen.earliest, last_seen_latest_on=seen.latest, last_seen_precision=seen.precision.value,
        last_seen_state=state, last_seen_county=draw(WORD) if state != "ZZ" else "", last_seen_city=draw(WORD),
    )  # fmt: skip
    missing = kind == "missing"
    person = CasePerson(
        pk=1, role="missing" if missing else "decedent_unidentified",
        sex=draw(st.sampled_from(["male", "female", "unsure"])),
        family_name=draw(WORD) if missing else "", given_names=draw(WORD) if missing else "",
        name_suffix=draw(st.sampled_from(["", "Jr", "III"])) if missing else "",
        races=draw(st.lists(st.sampled_from(["white", "black", "asian", "american_indian", "other"]), unique=True)),
        age_min=ages[0], age_max=ages[1], age_text="",
    )  # fmt: skip

    rows = {
        CasePerson: [person],
        OutsideNumber: [
            OutsideNumber(scheme="namus", value=f"{'MP' if missing else 'UP'}{draw(st.integers(1, 99999))}")
        ],
        CaseAgency: [CaseAgency(agency_name=EXAMINER, number="24-7")] if not missing else [],
    }
    return Dossier(case, frozenset(OPEN_GROUPS), rows, "RRPD")


def written(wanted, *told):
    out, account = io.BytesIO(), Account()
    wanted.write(told, out, account)
    return out.getvalue(), account


def _demand_the_same(wanted, dossier):
    content, account = written(wanted, dossier)
    (draft,) = opened(io.BytesIO(content), "a.csv", TODAY)
    person = dossier.of(CasePerson)[0]
    assert draft.number == dossier.of(OutsideNumber)[0].value
    assert draft.modified == date(2025, 5, 6)
    for name in draft.layout.case_fields:
        if name != "place_precision":
            assert getattr(draft.case, name) == getattr(dossier.case, name), name
    for name in draft.layout.person_fields:
        if name != "age_text":
            assert getattr(draft.person, name) == getattr(person, name), name
    assert [each.number for each in draft.parts] == [each.number for each in dossier.of(CaseAgency)]
    assert not account.lost


@settings(deadline=None, max_examples=100)
@given(dossiers("missing"))
def test_a_missing_person_comes_back(dossier):
    _demand_the_same(NAMUS_MISSING, dossier)


@settings(deadline=None, max_examples=60)
@given(dossiers("unidentified_remains"))
def test_remains_come_back(dossier):
    _demand_the_same(NAMUS_REMAINS, dossier)


def test_what_the_table_cannot_say_is_counted():
    case = Case(
        pk=1, case_type="missing", changed_at=datetime(2025, 5, 6, tzinfo=UTC), last_seen_precision="range",
        last_seen_earliest_on=date(2024, 1, 2), last_seen_latest_on=date(2024, 1, 9),
    )  # fmt: skip
    rows = {
        CasePerson: [CasePerson(role="missing", sex="other")],
        OutsideNumber: [OutsideNumber(scheme="namus", value="MP1")],
    }
    content, account = written(NAMUS_MISSING, Dossier(case, frozenset(OPEN_GROUPS), rows))
    assert account.lost["last_seen, a range"] == 1
    assert content.splitlines()[1].startswith(b"MP1,,")


def test_a_case_without_number_or_of_another_kind_is_left_out():
    case, nothing = Case(case_type="missing"), frozenset(OPEN_GROUPS)
    assert NAMUS_MISSING.objection(Dossier(case, nothing, {})) == NO_NUMBER
    assert NAMUS_REMAINS.objection(Dossier(case, nothing, {})) == OTHER_KIND
