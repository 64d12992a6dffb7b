"""What the database itself refuses of a release under an agreement: each row is sound but for one thing."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from manumit.spine.access.models import Release, SharingTerms

from .cases import with_cases
from .showing import DAYS, give

pytestmark = [pytest.mark.django_db, with_cases]


def put(first: Release, **changed: Any) -> Release:
    """Write a release like `first` into the database, past every action."""
    names = ("kind", "record_id", "agency_id", "giver_id", "groups", "purposes", "authority", "expires_at", "under_id")
    with transaction.atomic():
        return Release.objects.create(**{name: getattr(first, name) for name in names} | changed)


def test_what_is_sound_is_taken(ada, fay, bureau, county) -> None:
    _case, first = give(ada, fay, bureau, "yes")
    assert put(first).pk
    assert put(first, onward_of=first, agency_id=county.pk).pk


@pytest.mark.parametrize("wrong", ["agency_id", "giver_id", "purposes", "expires_at", "groups"])
def test_no_release_exceeds_its_agreement(ada, fay, bureau, county, wrong) -> None:
    _case, first = give(ada, fay, bureau, "yes")
    values = {
        "agency_id": county.pk, "giver_id": county.pk, "purposes": ["records"],
        "expires_at": SharingTerms.objects.get(pk=first.under_id).expires_at + DAYS, "groups": ["summary", "agencies"],
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="release_exceeds_agreement"):
        put(first, **{wrong: values[wrong]})


@pytest.mark.parametrize("wrong", ["record_id", "groups", "expires_at", "ended", "onward"])
def test_nothing_is_shown_on_wider_longer_or_further_than_it_was_released(ada, fay, bureau, county, wrong) -> None:
    case, first = give(ada, fay, bureau, "yes")
    changed: dict[str, Any] = {"agency_id": county.pk, "onward_of": first}
    if wrong == "ended":
        Release.objects.filter(pk=first.pk).update(ended_at=timezone.now())
    elif wrong == "onward":
        changed["onward_of"] = put(first, **changed)
    else:
        values = {
            "record_id": case.pk + 1, "groups": ["summary", "narrative"], "expires_at": first.expires_at + DAYS,
        }  # fmt: skip
        changed[wrong] = values[wrong]
    with pytest.raises(IntegrityError, match="onward_exceeds_release"):
        put(first, **changed)


@pytest.mark.parametrize("rule", ["never", "word"])
def test_nothing_is_shown_on_that_the_agreement_does_not_let(ada, fay, bureau, county, rule) -> None:
    _case, first = give(ada, fay, bureau, rule)
    with pytest.raises(IntegrityError, match="onward_not_allowed"):
        put(first, onward_of=first, agency_id=county.pk)


def test_nothing_is_released_under_what_has_ended_and_all_ends_with_it(ada, fay, bureau, county) -> None:
    _case, first = give(ada, fay, bureau, "yes")
    onward = put(first, onward_of=first, agency_id=county.pk)
    SharingTerms.objects.filter(pk=first.under_id).update(ended_at=timezone.now())
    for each in (first, onward):
        each.refresh_from_db()
        assert each.ended_at
    with pytest.raises(IntegrityError, match="agreement_not_in_force"):
        put(first)


def test_what_was_shown_on_ends_with_what_was_released(ada, fay, bureau, county) -> None:
    _case, first = give(ada, fay, bureau, "yes")
    onward = put(first, onward_of=first, agency_id=county.pk)
    Release.objects.filter(pk=first.pk).update(ended_at=timezone.now())
    onward.refresh_from_db()
    assert onward.ended_at


@pytest.mark.parametrize("wrong", ["purposes", "kind", "under_id"])
def test_a_wider_agreement_lets_nothing_cross_that_was_not_released(ada, fay, bureau, county, wrong) -> None:
    _case, first = give(ada, fay, bureau, "yes")
    wide = SharingTerms.objects.create(
        agreement="AG-0000-000", giver_id=first.giver_id, receiver=bureau, authority="25 USC 5701", onward="yes",
        groups=[f"{kind}.{group}" for kind in ("case", "suspect") for group in ("summary", "people")],
        purposes=["investigation", "supervision"], starts_at=timezone.now(), expires_at=timezone.now() + 60 * DAYS,
    )  # fmt: skip
    parent = first if wrong == "under_id" else put(first, under_id=wide.pk)
    values = {"purposes": ["investigation", "supervision"], "kind": "suspect", "under_id": wide.pk}
    with pytest.raises(IntegrityError, match="onward_exceeds_release"):
        put(parent, onward_of=parent, agency_id=county.pk, **{wrong: values[wrong]})


def test_nothing_is_shown_on_without_an_agreement(ada, fay, bureau, county) -> None:
    _case, first = give(ada, fay, bureau, "yes")
    with pytest.raises(IntegrityError, match="agreement_not_in_force"):
        put(first, onward_of=first, agency_id=county.pk, under_id=None)


@pytest.mark.parametrize("wrong", ["again", "without end", "something else"])
def test_terms_end_once_and_change_in_nothing_else(ada, fay, bureau, wrong) -> None:
    _case, first = give(ada, fay, bureau, "yes")
    rows, now = SharingTerms.objects.filter(pk=first.under_id), timezone.now()
    if wrong == "again":
        rows.update(ended_at=now)
    values: dict[str, dict[str, Any]] = {
        "again": {"ended_at": now + DAYS}, "without end": {"ended_at": None},
        "something else": {"ended_at": now, "authority": "Another"},
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="terms_only_end"), transaction.atomic():
        rows.update(**values[wrong])
