"""A vocabulary that a code table tells of has the table's codes and words, so that each fact is written once."""

from collections.abc import Iterator
from itertools import chain

import pytest
from django.apps import apps
from django.db.models import CharField, TextChoices
from django.utils.translation import override

from manumit.modules.cases import choices
from manumit.values.code_table import CodeTable
from manumit.values.tables.catalogue import CATALOGUE_TABLES, TRAFFICKING_STATUS, YES_NO_UNKNOWN
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX

VOCABULARIES = [one for one in vars(choices).values() if isinstance(one, type) and issubclass(one, TextChoices)]
TOLD_BY_A_TABLE = {
    choices.Sex: SEX,
    choices.Race: RACE,
    choices.TraffickingStatus: TRAFFICKING_STATUS,
    choices.TribalLand: YES_NO_UNKNOWN,
}


@pytest.mark.parametrize(("vocabulary", "table"), TOLD_BY_A_TABLE.items())
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_vocabulary_has_the_codes_and_words_of_its_table(
    vocabulary: type[TextChoices], table: CodeTable, language: str
) -> None:
    with override(language):
        shown = {code: str(label) for code, label in vocabulary.choices}
    assert shown == {row.code: row.in_language(language) for row in table}


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: one.__name__)
def test_no_vocabulary_repeats_a_table(vocabulary: type[TextChoices]) -> None:
    repeated = [
        one.name for one in chain(CATALOGUE_TABLES, (SEX, RACE)) if {row.code for row in one} == set(vocabulary)
    ]
    assert not repeated or vocabulary in TOLD_BY_A_TABLE, f"take the labels from the table of {repeated[0]}: `labels()`"


def coded_fields() -> Iterator[CharField]:
    for model in apps.get_app_config("cases").get_models():
        for field in model._meta.get_fields():
            inner = getattr(field, "base_field", field)
            if isinstance(inner, CharField) and inner.choices:
                yield inner


def test_every_code_fits_the_field_that_holds_it() -> None:
    fields = list(coded_fields())
    assert len(fields) > 20
    for field in fields:
        assert max(len(code) for code, _ in field.flatchoices) <= field.max_length, field
