"""Counts of the annual report hide small numbers, and two where one would be found out."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.actions.record_fact import record_fact
from manumit.modules.continued_presence.models import Grant, StageSpan
from manumit.modules.continued_presence.reporting import (
    annual,
    days_to_permit,
    fiscal_year,
    hidden,
    information_rate,
    never_asked,
)
from manumit.modules.continued_presence.tests.people import to_active
from manumit.spine.administration.tests.signing_in import browser_of


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([0, 0], (0, 0)), ([10, 40, 12], (None, 40, None)), ([10, 3, 40], (None, None, 40)), ([11, 12], (11, 12)),
        ([1, 0, 0], (None, 0, 0)),
    ],
)  # fmt: skip
def test_one_small_number_takes_another_along(counts, told) -> None:
    assert hidden(counts) == told


def test_the_fiscal_year_begins_in_october() -> None:
    assert [fiscal_year(day) for day in (date(2026, 9, 30), date(2026, 10, 1), date(2027, 1, 1))] == [2026, 2027, 2027]


@pytest.mark.django_db
def test_counts_are_of_ones_own_hands(cast, complete) -> None:
    request = to_active(cast, complete)
    assert annual(cast["oversight"])[0].counts[:2] == (None, None)
    assert set(annual(cast["charlie"])[0].counts) == {0}
    rows = [
        StageSpan(request=request, stage="submitted", entered_at=timezone.now(), left_at=timezone.now())
        for _ in range(11)
    ]
    StageSpan.unscoped.bulk_create(rows)
    Grant.unscoped.bulk_create(
        [Grant(request=request, grant_kind="first", from_on=date(2026, 1, 1), until_on=date(2028, 1, 1),
               decided_at=timezone.now()) for _ in range(10)]
    )  # fmt: skip
    assert annual(cast["oversight"])[0].counts[:3] == (12, 11, 0)
    assert information_rate(cast["oversight"]) is None, "one request, however often it stood there"
    record_fact(cast["intake"], request, "permit")
    assert days_to_permit(cast["oversight"]) == 0.0
    assert days_to_permit(cast["charlie"]) is None


@pytest.mark.django_db
def test_who_never_asks_is_told_to_who_watches_alone(cast, complete) -> None:
    to_active(cast, complete)
    names = {agency.short_name for agency in never_asked(cast["oversight"])}
    assert "INV-elsewhere" in names
    assert not {"INV-city", "INV-counsel", "INV-dhs"} & names
    for who in ("detective", "sponsor", "reviewer", "federal_charlie", "lawyer"):
        assert never_asked(cast[who]) == []
    assert "Invented elsewhere" in browser_of(cast["oversight"]).get("/presence-measures/").content.decode()
    assert "Invented elsewhere" not in browser_of(cast["detective"]).get("/presence-measures/").content.decode()
    told = browser_of(cast["oversight"]).get("/presence-measures/?form=annual").content.decode()
    assert told.startswith("year,filed,grants,extensions,denied")
    assert str(fiscal_year(timezone.localdate() - timedelta(days=0))) in told
