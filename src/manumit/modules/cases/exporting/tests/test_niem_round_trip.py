"""What NIEM carries comes back as it went, and whatever does not is named as lost."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from manumit.modules.cases.actions.load_sample import SEED
from manumit.modules.cases.choices import NumberScheme
from manumit.modules.cases.exporting.account import Account
from manumit.modules.cases.exporting.dossier import Dossier
from manumit.modules.cases.exporting.gathering import OPEN_GROUPS
from manumit.modules.cases.exporting.niem import carried as niem
from manumit.modules.cases.exporting.niem import message
from manumit.modules.cases.exporting.niem.reading import read
from manumit.modules.cases.models import Case, CasePerson, Exploitation, Feature, OutsideNumber, PersonName
from manumit.modules.cases.sample.inventing import invent
from manumit.values.tables import catalogue
from manumit.values.tables.countries import COUNTRY
from manumit.values.tables.us_states import US_STATES

SAMPLE = 2_000
"""Cases of the demonstration."""
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(lambda text: "\0" not in text)
DAYS = st.dates(date(1900, 1, 1), date(2030, 1, 1))


def coded(table, *, blank=True):
    return st.sampled_from([*([""] if blank else []), *(row.code for row in table)])


def numbers(most):
    return st.none() | st.decimals(0, most, places=2)


@st.composite
def seen(draw):
    start, more = draw(DAYS), draw(st.integers(0, 400))
    how = draw(st.sampled_from(["exact", "day", "month", "year", "approximate", "range", "unknown"]))
    if how == "unknown":
        return None, None, how
    ends = (start, start if how in {"exact", "day"} else start + timedelta(days=more))
    ends = {"month": _month(start), "year": (date(start.year, 1, 1), date(start.year, 12, 31))}.get(how, ends)
    return (*draw(st.sampled_from([ends, (ends[0], None), (None, ends[1])])), how) if how == "range" else (*ends, how)


def _month(day):
    return day.replace(day=1), (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@st.composite
def cases(draw):
    start, end, how = draw(seen())
    return Case(
        pk=1, number="C-TEST", case_type=draw(st.sampled_from(["missing", "trafficking_sex"])),
        circumstances=draw(WORDS), place_detail=draw(WORDS), last_seen_city=draw(WORDS), last_seen_county=draw(WORDS),
        last_seen_state=draw(st.sampled_from(["ZZ", *(row.code for row in US_STATES)])),
        last_seen_earliest_on=start, last_seen_latest_on=end, last_seen_precision=how,
        missing_category=draw(coded(catalogue.MISSING_CATEGORY)),
        circumstance=draw(coded(catalogue.MISSING_CIRCUMSTANCE)),
        reported_on=draw(st.none() | DAYS),
    )  # fmt: skip


BIRTHS = st.sampled_from(["", "1987", "1987-05", "1987-05-02", "1960/1965", "1987-05/1988", "1987~", "nobody knows"])


@st.composite
def people(draw, role):
    eyes = coded(catalogue.EYE_COLOR)
    races = ["white", "black", "hispanic", "american_indian", "other", "uncertain"]
    return CasePerson(
        pk=7, case_id=1, role=role, family_name=draw(WORDS), given_names=draw(WORDS), middle_names=draw(WORDS),
        name_suffix=draw(WORDS), sex=draw(st.sampled_from(["male", "female", "unsure", "other", "unknown"])),
        races=draw(st.lists(st.sampled_from(races), unique=True)), age_min=draw(numbers(120)),
        age_max=draw(numbers(120)),
        age_text=draw(WORDS), birth=draw(BIRTHS), birthplace=draw(WORDS),
        citizenships=draw(st.lists(coded(COUNTRY, blank=False), max_size=3, unique=True)),
        blood=draw(coded(catalogue.BLOOD_TYPE)), height_min=draw(numbers(90)), height_max=draw(numbers(90)),
        weight_min=draw(numbers(900)), weight_max=draw(numbers(900)), eye_left=draw(eyes), eye_right=draw(eyes),
        hair=draw(coded(catalogue.HAIR_COLOR)), skin=draw(coded(catalogue.SKIN_TONE)), head_hair_note=draw(WORDS),
        facial_hair_note=draw(WORDS), eye_note=draw(WORDS), languages=draw(st.just([]) | st.just(["eng"])),
    )  # fmt: skip


@st.composite
def names(draw):
    return PersonName(
        person_id=7,
        name_type=draw(coded(catalogue.NAME_TYPE, blank=False)),
        family_name=draw(WORDS),
        given_names=draw(WORDS),
    )


@st.composite
def features(draw):
    return Feature(
        person_id=7, feature_kind=draw(coded(catalogue.BODY_FEATURE_KIND, blank=False)),
        site=draw(coded(catalogue.BODY_SITE)),
        side=draw(coded(catalogue.BODY_SIDE)),
        ncic_code=draw(st.sampled_from(["", "TAT L ARM"])), description=draw(WORDS),
    )  # fmt: skip


@st.composite
def exploitations(draw):
    lists = {"max_size": 3, "unique": True}
    return Exploitation(
        person_id=7, status=draw(coded(catalogue.TRAFFICKING_STATUS, blank=False)), decided_by=draw(WORDS),
        kinds=draw(st.lists(coded(catalogue.EXPLOITATION_KIND, blank=False), **lists)),
        sex_kinds=draw(st.lists(coded(catalogue.SEX_EXPLOITATION_KIND, blank=False), **lists)),
        industry=draw(coded(catalogue.INDUSTRY)), relationship=draw(coded(catalogue.TRAFFICKER_RELATION, blank=False)),
        from_on=draw(st.none() | DAYS), until_on=draw(st.none() | DAYS), description=draw(WORDS),
        countries=draw(st.lists(coded(COUNTRY, blank=False), **lists)), age_when=draw(st.none() | st.just(15)),
    )  # fmt: skip


@st.composite
def dossiers(draw):
    victim = draw(st.booleans())
    person = draw(people("victim" if victim else "missing"))
    rows = {
        CasePerson: [person],
        PersonName: draw(st.lists(names(), max_size=2)),
        Feature: draw(st.lists(features(), max_size=2)),
        OutsideNumber: [
            OutsideNumber(scheme=each, value=f"{each} 7")
            for each in draw(st.sets(st.sampled_from(NumberScheme.values)))
        ],
        Exploitation: draw(st.lists(exploitations(), min_size=1, max_size=3)) if victim else [],
    }
    return Dossier(draw(cases()), frozenset(OPEN_GROUPS), rows, "RRPD")


def sent(*told):
    out, account = io.BytesIO(), Account()
    message.write(told, out, account)
    return out.getvalue(), account


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dossiers())
def test_what_was_carried_comes_back_and_the_rest_is_named(schema, dossier):
    (person,) = niem.people_of(dossier)
    told, lost = niem.carried(dossier, person)
    content, account = sent(dossier)
    assert list(read(io.BytesIO(content), "a.xml")) == [told]
    assert set(account.lost) == set(lost)
    schema.assertValid(etree.fromstring(content))
    _demand_losses_named(dossier, person, told, lost)


def _demand_losses_named(dossier, person, told, lost):
    """Each field of the person and case that is not carried as it stands is among the losses."""
    given = {
        **{f"people.{name}": getattr(person, name) for name in niem.PERSON},
        **{f"case.{name}": getattr(dossier.case, name) for name in niem.CASE if not told.victim},
    }
    came = {
        **{f"people.{name}": value for name, value in told.person.items()},
        **{f"case.{name}": value for name, value in told.case.items()},
    }
    changed = {name for name, value in given.items() if came[name] != value}
    assert {name for name in changed if not any(each.startswith(name) for each in lost)} == set()


def invented(index):
    """Return an invented case as a dossier, unsaved."""
    made = invent(SEED, index)
    made.case.pk, made.case.number = index + 1, f"C-{index}"
    rows = {CasePerson: made.people, OutsideNumber: made.numbers}
    for place, person in enumerate(made.people, 1):
        person.pk = place
    for part in made.parts:
        if getattr(part, "person", None) is not None:
            part.person_id = part.person.pk
        rows.setdefault(type(part), []).append(part)
    return Dossier(made.case, frozenset(OPEN_GROUPS), rows, "RRPD")


def test_every_invented_case_is_valid_as_a_message_and_person_by_person(schema):
    fitting = [each for each in map(invented, range(SAMPLE)) if niem.people_of(each)]
    assert len(fitting) > SAMPLE / 2
    content, account = sent(*fitting)
    document = etree.fromstring(content)
    schema.assertValid(document)
    people = [
        each
        for each in document
        if each.tag in {message.qname("j:MissingPerson"), message.qname("hs:HumanTraffickingVictim")}
    ]
    assert len(people) >= len(fitting)
    for person in people:
        schema.assertValid(etree.fromstring(etree.tostring(person)))
    assert account.lost["vehicles"] > 0


def test_a_message_is_marked_and_says_what_it_lacks(schema):
    content, _ = sent(*(each for each in map(invented, range(80)) if niem.people_of(each)))
    document = etree.fromstring(content)
    marks = {each.get(message.qname("cui:portionMarkingMetadataRef")) for each in document} - {None}
    assert marks == {"INV", "IVIC"}
    assert b"<!-- Not carried: " in content
    assert content.index(b"DesignatingEntityText>RRPD<") < content.index(b"MissingPerson")


def aged(value, unit="year"):
    return (
        f"<nc:PersonAgeMeasure><nc:MeasureDecimalValue>{value}</nc:MeasureDecimalValue>"
        f"<nc:MeasureUnitText>{unit}</nc:MeasureUnitText></nc:PersonAgeMeasure>"
    )


LAST_SEEN = "j:MissingPersonLastSeenDate"


@pytest.mark.parametrize(
    ("inside", "path"),
    [
        (aged("old"), "nc:PersonAgeMeasure"),
        (aged("1e9"), "nc:PersonAgeMeasure"),
        (aged("NaN"), "nc:PersonAgeMeasure"),
        (aged("3", "month"), "nc:PersonAgeMeasure"),
        ("<j:PersonSexCode>Q</j:PersonSexCode>", "j:PersonSexCode"),
        ("<j:PersonRaceCode>UNKNOWN</j:PersonRaceCode>", "j:PersonRaceCode"),
        (f"<{LAST_SEEN}><nc:Date>2024-02-31</nc:Date></{LAST_SEEN}>", LAST_SEEN),
    ],
)
def test_what_cannot_be_read_is_refused_by_place_and_element_and_the_rest_survives(inside, path):
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in message.NAMESPACES.items())
    good = (
        "<j:MissingPerson><nc:PersonName><nc:PersonSurName>Alder</nc:PersonSurName></nc:PersonName></j:MissingPerson>"
    )
    text = f"<mc:CaseMessage {spaces}><j:MissingPerson>{inside}</j:MissingPerson>{good}</mc:CaseMessage>"
    refused, told = read(io.BytesIO(text.encode()), "a.xml")
    assert (refused.file, refused.row, refused.column) == ("a.xml", 1, path)
    assert (told.person["family_name"], told.person["age_min"]) == ("Alder", None)


def test_a_bare_person_is_read_too():
    told = niem.Carried(False, person=_blank(family_name="Alder", age_min=Decimal(3), age_max=None), case=_blank_case())
    (back,) = read(io.BytesIO(etree.tostring(message.element_of(told))), "a.xml")
    assert back == told


def _blank(**values):
    person = CasePerson()
    return {**{name: getattr(person, name) for name in niem.PERSON}, **values}


def _blank_case():
    return {name: getattr(Case(), name) for name in niem.CASE}
