"""A case found is the row as the ORM loads it, with its owner and what may be read beside it."""

from datetime import UTC, date, datetime

from django.utils import translation

from manumit.modules.cases.models import Case
from manumit.spine.access import ScopedQuerySet, find
from manumit.spine.identity.models import Nation


def told(case):
    return {name: value for name, value in vars(case).items() if name != "_state"}


def test_every_value_is_as_the_orm_loads_it(alice, a_case, django_assert_num_queries):
    opened = a_case(circumstances="Left on foot, 5 % sure", acute=True, tribal_land="yes")
    nation = Nation.objects.create(name="Stonewater Nation")
    Case.unscoped.filter(pk=opened.pk).update(
        nation=nation, review_on=date(2027, 1, 2), opened_at=datetime(2026, 3, 29, 1, 30, 0, 7, tzinfo=UTC)
    )
    with django_assert_num_queries(1):
        found = find(alice, "read_summary", "case", opened.number)
        owner = found.owner
    by_orm = find(alice, "read_summary", "case", opened.number, ScopedQuerySet(Case))
    assert told(found) == told(by_orm)
    assert {name: type(value) for name, value in told(found).items()} == {
        name: type(value) for name, value in told(by_orm).items()
    }
    assert (found, told(owner)) == (by_orm, told(by_orm.owner))
    assert (found._state.adding, found._state.db) == (by_orm._state.adding, by_orm._state.db)
    assert found.nation == nation


def test_what_was_found_can_be_refreshed_and_its_parts_read(alice, case):
    found = find(alice, "read_summary", "case", case.number)
    found.refresh_from_db()
    assert [person.family_name for person in found.people.get_queryset().of_found(found)] == ["Tallgrass"]


def test_labels_are_in_the_readers_language_and_unknown_values_show_themselves(case):
    for language, label in (("en", "Missing person"), ("es", "Persona desaparecida"), ("en", "Missing person")):
        with translation.override(language):
            assert case.get_case_type_display() == label
    case.case_type = "unheard"
    assert case.get_case_type_display() == "unheard"
    case.case_type = None
    assert case.get_case_type_display() is None
