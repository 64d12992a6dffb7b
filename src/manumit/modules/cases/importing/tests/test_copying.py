"""Rows copied in are the rows that saving would have made, whatever their values hold."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from manumit.modules.cases.importing.blank import blank
from manumit.modules.cases.importing.copy_text import text_of
from manumit.modules.cases.importing.copying import copy_in, copy_values
from manumit.modules.cases.models import Case, CasePerson, ColumnMapping, ImportFeed
from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency

from .conftest import Importing, missing

AT = datetime(2025, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
AWKWARD = ("\\", "\n", "\t", "\r", '"', "'", "{", "}", ",", " ", "\v", "\f", "\b", "\x1c", "\x85", "\u2028", "é",
           "😀", "\\N", "NULL", "\\.", "\x01", "\ufeff", "\uffff", "a")  # fmt: skip


def awkward(chance: random.Random) -> str:
    return "".join(chance.choice(AWKWARD) for _ in range(chance.randint(0, 4)))


def test_any_text_and_array_comes_back_as_it_went_in(importing: Importing, alice: Actor) -> None:
    importing(missing({}))
    case, chance = Case.unscoped.get(), random.Random(2025)
    audit.record(alice, "case.import", kind="case", record_id=case.pk)
    people = [
        blank(CasePerson, case_id=case.pk, role="family", birthplace=awkward(chance), races=[awkward(chance)] * (n % 4))
        for n in range(400)
    ]
    copy_in(people)
    for person in people:
        stands = CasePerson.unscoped.get(pk=person.pk)
        assert (stands.birthplace, stands.races) == (person.birthplace, person.races)


def test_any_json_and_moment_comes_back_as_it_went_in(agency: Agency) -> None:
    chance = random.Random(2025)
    said = [{awkward(chance): awkward(chance)} for _ in range(200)]
    names = ("owner_id", "name", "columns", "saved_at")
    ids = copy_values(ColumnMapping, names, [(agency.pk, str(n), columns, AT) for n, columns in enumerate(said)])
    for pk, columns in zip(ids, said, strict=True):
        stands = ColumnMapping.objects.get(pk=pk)
        assert (stands.columns, stands.saved_at, stands.scheme) == (columns, AT, "source")


@pytest.mark.django_db
def test_what_is_not_named_has_its_default(agency: Agency) -> None:
    names = ("owner_id", "layout", "state", "kind")
    one, other = copy_values(ImportFeed, names, [(agency.pk, "a\tb", "AK", "\\"), (agency.pk, "", "", "")])
    assert (ImportFeed.objects.get(pk=one).layout, ImportFeed.objects.get(pk=one).kind) == ("a\tb", "\\")
    assert ImportFeed.objects.get(pk=other).complete_at is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "\\N"),
        (True, "t"),
        (7, "7"),
        (Decimal("1.50"), "1.50"),
        (date(2025, 1, 2), "2025-01-02"),
        (1e-7, "1e-07"),
    ],
)
def test_every_other_value_is_written_as_the_database_reads_it(value: object, text: str) -> None:
    assert text_of(value) == text


def test_what_no_column_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="object cannot be copied"):
        text_of(object())


@pytest.mark.parametrize("model", [Case, CasePerson])
def test_a_blank_row_is_what_calling_the_model_gives(model: type[Case]) -> None:
    made, quick = model(), blank(model)
    names = [field.attname for field in model._meta.concrete_fields]
    assert [getattr(quick, name) for name in names] == [getattr(made, name) for name in names]
    assert (quick._state.adding, quick._state.db) == (made._state.adding, made._state.db)
    assert blank(model, pk=3) != blank(model, pk=4)


def test_blank_rows_share_no_list() -> None:
    one, other = blank(CasePerson), blank(CasePerson)
    one.races.append("white")
    assert other.races == []
