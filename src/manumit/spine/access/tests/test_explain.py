"""A person is told why: the policies with their reasons, the release or agreement behind them and when it ends."""

from datetime import UTC, datetime, timedelta

import pytest

from manumit.spine.access.explain import why
from manumit.spine.access.models import Agreement, Release

from .conftest import actor
from .papers import Leaf, Paper

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def one(paper, agencies) -> Paper:
    return Paper.objects.create(number="P1", owner=agencies[0], opened_at=NOW, level="open")


def test_an_owner_is_told_so(one, alice) -> None:
    (answer,) = why(alice, one, ["read_summary"], NOW)
    assert answer.decision.policies == ("owner-reads",)
    assert answer.decision.reasons == ("Your agency owns this paper",)
    assert (answer.release, answer.agreement, answer.expires_at) == (None, None, None)


def test_a_release_is_named_with_its_end(one, agencies, charlie) -> None:
    facts = {"kind": "paper", "record_id": one.pk, "agency": agencies[1], "authority": "Letter 7"}
    for days, groups in ((1, ["summary"]), (9, ["summary"]), (5, ["summary", "people"])):
        Release.objects.create(
            groups=groups, purposes=["investigation"], expires_at=NOW + timedelta(days=days), **facts
        )
    summary, people, secret = why(charlie, one, ["read_summary", "read_people", "read_secret"], NOW)
    assert summary.expires_at == NOW + timedelta(days=9)
    assert people.release.authority == "Letter 7"
    assert people.expires_at == NOW + timedelta(days=5)
    assert not secret.decision.allowed
    assert secret.release is None


def test_an_agreement_is_named_with_its_end(one, agencies) -> None:
    ends = NOW + timedelta(days=3)
    Agreement.objects.create(agency=agencies[1], reference="MOU 4", signed_on=NOW.date(), expires_at=ends)
    (answer,) = why(actor(agencies[1], partner=True), one, ["read_summary"], NOW)
    assert answer.agreement.reference == "MOU 4"
    assert answer.expires_at == ends


def test_a_row_of_a_record_is_explained_by_the_record(one, alice, django_assert_num_queries) -> None:
    leaf = Leaf.objects.create(paper=one, name="first")
    with django_assert_num_queries(3):
        answers = why(alice, leaf, at=NOW)
    assert {answer.action for answer in answers if answer.decision.allowed} == {"read_summary", "read_people", "edit"}
