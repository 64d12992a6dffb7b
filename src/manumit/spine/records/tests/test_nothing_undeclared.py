"""The start refuses a model that leaves something undeclared, and names the fix."""

import pytest
from django.apps import apps
from django.db import models

from manumit.spine.records import checks
from manumit.values.retention import Retention

from .notes import KIND, Note


def ids(model) -> set[str]:
    return {problem.id for problem in checks.problems(model)}


@pytest.fixture
def word():
    """A declared model that is no record, taken out of Django's registry afterwards."""

    class Word(models.Model):
        """One word."""

        text = models.TextField()

        sensitivity = {"id": "internal", "text": "public"}
        retention = Retention("Tests")

        class Meta:
            app_label = "records_tests"

    yield Word
    del apps.all_models["records_tests"]["word"]


def test_a_declared_model_is_sound(word, kind) -> None:
    assert ids(word) == set()
    assert ids(Note) == set()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("sensitivity", {"id": "internal"}, "manumit.E040"),
        ("sensitivity", {"id": "internal", "text": "public", "ghost": "public"}, "manumit.E041"),
        ("sensitivity", {"id": "internal", "text": "cosy"}, "manumit.E042"),
        ("retention", "for ever", "manumit.E043"),
        ("retention", None, "manumit.E043"),
        ("retention", Retention("Tests", years=1, from_field="never"), "manumit.E044"),
    ],
)
def test_what_a_model_lacks_is_named(word, name, value, expected) -> None:
    setattr(word, name, value)
    assert ids(word) == {expected}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("sealed_fields", {}, "manumit.E045"),
        ("sealed_fields", {**Note.sealed_fields, "narrative": ("story",)}, "manumit.E045"),
        ("sensitivity", {**Note.sensitivity, "story": "whereabouts"}, "manumit.E046"),
    ],
)
def test_a_kinds_seals_and_columns_agree(kind, monkeypatch, name, value, expected) -> None:
    monkeypatch.setattr(Note, name, value)
    assert KIND.sealed
    assert expected in ids(Note)


def test_every_message_says_what_to_do(word) -> None:
    del word.sensitivity
    (problem,) = checks.problems(word)
    assert "add ['id', 'text'] to `sensitivity`" in problem.msg


def test_the_product_itself_is_declared() -> None:
    assert [problem.msg for problem in checks.models_are_declared()] == []
