"""Numbers are given out once, whatever rolls back."""

import pytest
from django.db import transaction

from manumit.spine.records import numbers, sequences
from manumit.values.record_number import RecordNumber

pytestmark = pytest.mark.django_db


def test_numbers_are_well_formed_and_differ(note_table) -> None:
    given = [numbers.allocate("N"), *numbers.allocate_many("N", 500)]
    assert len(set(given)) == 501
    assert all(str(RecordNumber.parse(number, "N")) == number for number in given)


@pytest.mark.committed
def test_a_roll_back_does_not_give_a_number_out_again(note_table) -> None:
    with transaction.atomic():
        lost = numbers.allocate("N")
        transaction.set_rollback(True)
    assert numbers.allocate("N") != lost


def test_a_prefix_without_sequence_names_the_fix(db) -> None:
    with pytest.raises(numbers.NoSequence, match=r"NumberSequence\('ZZ'\)"):
        numbers.allocate("ZZ")


@pytest.mark.parametrize("prefix", ["", "n", "ABCD", "N; DROP", 'N"'])
def test_what_is_no_prefix_reaches_no_sql(prefix) -> None:
    with pytest.raises(ValueError, match="no prefix"):
        sequences.name(prefix)
