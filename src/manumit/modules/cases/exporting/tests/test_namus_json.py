"""Documents of NamUs that we write are read again by our own importer, and say the same."""

import io
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manumit.modules.cases.exporting.account import Account
from manumit.modules.cases.exporting.dossier import Dossier
from manumit.modules.cases.exporting.gathering import OPEN_GROUPS
from manumit.modules.cases.exporting.namus_json import NAMUS_JSON
from manumit.modules.cases.exporting.tests.test_namus_csv import SEEN, TODAY, WORD
from manumit.modules.cases.importing.readers import opened
from manumit.modules.cases.models import Belonging, Case, CasePerson, Feature, OutsideNumber, PersonName, Vehicle
from manumit.values import crosswalks
from manumit.values.tables.us_states import US_STATES


def exact(walk):
    """Return the catalogue's codes for which NamUs has just the same."""
    return [row.code for row in walk.left if walk.forward(row.code).exact]


FEATURES = st.sampled_from(exact(crosswalks.BODY_FEATURE_NAMUS))
BELONGINGS = st.sampled_from(exact(crosswalks.BELONGING_KIND_NAMUS))
COLORS = st.sampled_from(["", *exact(crosswalks.EYE_COLOR_NAMUS)])


@st.composite
def dossiers(draw):
    kind = draw(st.sampled_from(["missing", "unidentified_remains"]))
    missing, seen = kind == "missing", draw(SEEN)
    ages, sizes = sorted(draw(st.lists(st.integers(1, 90), min_size=2, max_size=2))), st.none() | st.integers(40, 80)
    low, high = draw(sizes), draw(sizes)
    state = draw(st.sampled_from(["ZZ", *(row.code for row in US_STATES)]))
    prefix = "MP" if missing else "UP"
    case = Case(
        pk=1, number="C-1", case_type=kind, changed_at=datetime(2025, 5, 6, tzinfo=UTC),
        last_seen_earliest_on=seen.earliest, last_seen_latest_on=seen.latest, last_seen_precision=seen.precision.value,
        last_seen_state=state, last_seen_county=draw(WORD) if state != "ZZ" else "", last_seen_city=draw(WORD),
        circumstances=draw(WORD),
        tribal_land=draw(st.sampled_from(["yes", "no", "unknown"])),
    )  # fmt: skip
    person = CasePerson(
        pk=1, role="missing" if missing else "decedent_unidentified",
        sex=draw(st.sampled_from(["male", "female", "unsure"])),
        family_name=draw(WORD) if missing else "", given_names=draw(WORD) if missing else "",
        middle_names=draw(WORD) if missing else "", name_suffix=draw(st.sampled_from(["", "Jr"])) if missing else "",
        races=draw(st.lists(st.sampled_from(exact(crosswalks.RACE_NAMUS)), unique=True)), races_note=draw(WORD),
        age_min=ages[0], age_max=ages[1], eye_left=draw(COLORS), eye_right=draw(COLORS),
        hair=draw(st.sampled_from(["", *exact(crosswalks.HAIR_COLOR_NAMUS)])), head_hair_note=draw(WORD),
        eye_note=draw(WORD), birth=draw(st.sampled_from(["", "1980", "1980/1985"])),
        height_min=min((each for each in (low, high) if each), default=None),
        height_max=max((each for each in (low, high) if each), default=None),
        none_known=draw(st.sampled_from([[], ["features"]])),
    )  # fmt: skip
    features = [
        Feature(
            pk=place,
            person_id=1,
            feature_kind=draw(FEATURES),
            description=draw(WORD),
        )
        for place in range(1, draw(st.integers(1, 3)))
    ]
    belongings = [
        Belonging(
            pk=place,
            person_id=1,
            belonging_kind=draw(BELONGINGS),
            description=draw(WORD),
        )
        for place in range(1, draw(st.integers(1, 3)))
    ]
    rows = {
        CasePerson: [person],
        OutsideNumber: [OutsideNumber(scheme="namus", value=f"{prefix}{draw(st.integers(1, 9999))}")],
        Feature: features,
        Belonging: belongings,
        Vehicle: [Vehicle(pk=3, make=draw(WORD), plate_number="ABC 123", year_min=1999, year_max=1999)],
        PersonName: [PersonName(person_id=1, name_type="nickname", given_names=draw(WORD))] if missing else [],
    }
    return Dossier(case, frozenset(OPEN_GROUPS), rows, "RRPD")


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dossiers())
def test_a_document_comes_back(dossier):
    out, account = io.BytesIO(), Account()
    NAMUS_JSON.write([dossier], out, account)
    (draft,) = opened(io.BytesIO(out.getvalue()), "a.json", TODAY)
    person = dossier.of(CasePerson)[0]
    assert getattr(draft, "refusals", []) == []
    assert (draft.number, draft.modified) == (dossier.of(OutsideNumber)[0].value, date(2025, 5, 6))
    assert not account.lost
    _demand_same(draft.case, dossier.case, [name for name in draft.layout.case_fields if name != "place_precision"])
    _demand_same(draft.person, person, [name for name in draft.layout.person_fields if name != "age_text"])
    came = {model: [each for each in draft.parts if type(each) is model] for model in dossier.rows}
    for model, fields in PARTS.items():
        assert [_told(each, fields) for each in came[model]] == [_told(each, fields) for each in dossier.of(model)]


PARTS = {
    Feature: ("feature_kind", "description"),
    Belonging: ("belonging_kind", "lay", "description"),
    Vehicle: ("make", "plate_number", "year_min", "year_max"),
    PersonName: ("name_type", "given_names"),
}


def _told(row, fields):
    return [getattr(row, name) for name in fields]


def _demand_same(came, went, names):
    assert {name: getattr(came, name) for name in names} == {name: getattr(went, name) for name in names}


def test_what_a_document_cannot_say_is_counted():
    case = Case(pk=1, case_type="missing", changed_at=datetime(2025, 5, 6, tzinfo=UTC))
    person = CasePerson(pk=1, role="missing", age_min="0.25", skin="fair", birth="1980-05-02")
    rows = {CasePerson: [person], OutsideNumber: [OutsideNumber(scheme="namus", value="MP1")]}
    account = Account()
    person.full_clean(exclude=["case"], validate_unique=False, validate_constraints=False)
    NAMUS_JSON.write([Dossier(case, frozenset(OPEN_GROUPS), rows)], io.BytesIO(), account)
    assert set(account.lost) == {"people.age_min", "people.skin", "people.birth"}
