"""Of cases is matched what rule 7 lists, as it stands now: nothing protected, resolved, withdrawn, or of victims."""

import pytest
from django.utils import timezone

from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.choices import Outcome
from manumit.modules.cases.linking import LINKABLE, NEVER
from manumit.modules.cases.models import Case, CasePerson, Feature, Phone, Vehicle

pytestmark = pytest.mark.django_db
SAID = {"source": "A test"}
PHONE = {"use": "called", "number": "(406) 555-0100"}
CAR = {"relation": "missing_with", "plate_number": "7A1B2", "make": "Ford"}
ACCOUNT = {"platform": "telegram", "handle": "rosa_t"}
THINGS = {"phone": ("phones", PHONE), "vehicle": ("vehicles", CAR), "account": ("accounts", ACCOUNT)}


def matched(case: Case) -> dict[str, int]:
    """Return how many things of each name are matched now."""
    told = {each.name: len(list(each.read([case.pk]))) for each in LINKABLE}
    return {name: count for name, count in told.items() if count}


@pytest.fixture
def whole(alice, case) -> Case:
    """A missing person with a telephone, a car and an account."""
    for part, given in THINGS.values():
        add_part(alice, case, part, given, **SAID)
    return case


ALL = {"missing_person": 1, "phone": 1, "vehicle": 1, "account": 1}


def test_what_is_listed_is_matched(whole) -> None:
    assert matched(whole) == ALL
    CasePerson.unscoped.update(role="decedent_unidentified")
    assert matched(whole) == {**dict.fromkeys(THINGS, 1), "unidentified_remains": 1}


@pytest.mark.parametrize("values", [{"protected": True}, {"state": "resolved", "outcome": Outcome.values[0]}])
def test_nothing_of_a_protected_or_resolved_case_is(whole, values) -> None:
    Case.unscoped.filter(pk=whole.pk).update(**values)
    assert matched(whole) == {}


@pytest.mark.parametrize("role", [*NEVER, "decedent_unclaimed"])
def test_people_of_other_roles_are_not_matched(whole, role) -> None:
    CasePerson.unscoped.update(role=role)
    assert not {"missing_person", "unidentified_remains"} & set(matched(whole))


@pytest.mark.parametrize("role", NEVER)
def test_nor_what_is_theirs(whole, role) -> None:
    person = CasePerson.unscoped.get()
    for model in (Phone, Vehicle):
        model.unscoped.update(person=person)
    assert matched(whole) == ALL
    person.role = role
    CasePerson.unscoped.filter(pk=person.pk).update(role=role)
    assert matched(whole).keys() & {"phone", "vehicle"} == set()


@pytest.mark.parametrize(
    ("model", "values", "name"), [(Phone, {"use": "family"}, "phone"), (Vehicle, {"relation": "witness"}, "vehicle")]
)
def test_nor_what_is_theirs_though_no_person_is_named(whole, model, values, name) -> None:
    model.unscoped.update(**values)
    assert name not in matched(whole)


def test_what_was_withdrawn_is_no_longer_matched(alice, whole) -> None:
    add_part(alice, whole, "features", {"feature_kind": "tattoo", "site": "neck", "description": "a wren"}, **SAID)
    missing = next(each for each in LINKABLE if each.name == "missing_person")
    assert [len(each.facts["marks"]) for each in missing.read([whole.pk])] == [1]
    Feature.unscoped.update(withdrawn_at=timezone.now())
    assert [len(each.facts["marks"]) for each in missing.read([whole.pk])] == [0]
    for model, name in ((Phone, "phone"), (Vehicle, "vehicle"), (CasePerson, "missing_person")):
        model.unscoped.update(withdrawn_at=timezone.now())
        assert name not in matched(whole)
