"""A vocabulary of the cases module has the codes of its table, so that a crosswalk leads to what a field can hold."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import CharField, TextChoices

from manumit.modules.cases import choices
from manumit.values.code_table import CodeTable
from manumit.values.tables import catalogue
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX


@pytest.mark.parametrize(
    ("vocabulary", "table"),
    [
        (choices.Sex, SEX),
        (choices.Race, RACE),
        (choices.TraffickingStatus, catalogue.TRAFFICKING_STATUS),
        (choices.ExploitationKind, catalogue.EXPLOITATION_KIND),
        (choices.SexExploitationKind, catalogue.SEX_EXPLOITATION_KIND),
        (choices.MethodOfControl, catalogue.METHOD_OF_CONTROL),
        (choices.RecruitmentMethod, catalogue.RECRUITMENT_METHOD),
        (choices.Relationship, catalogue.TRAFFICKER_RELATION),
        (choices.Vulnerability, catalogue.VULNERABILITY),
        (choices.Industry, catalogue.INDUSTRY),
        (choices.OnlinePlatform, catalogue.ONLINE_PLATFORM),
        (choices.TribalLand, catalogue.YES_NO_UNKNOWN),
    ],
)
def test_a_vocabulary_has_the_codes_of_its_table(vocabulary: type[TextChoices], table: CodeTable) -> None:
    assert {row.code for row in table} == set(vocabulary.values)


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
