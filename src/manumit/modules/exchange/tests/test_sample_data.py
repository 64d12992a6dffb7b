"""The demonstration has papers between two agencies, made by the same actions; loaded again nothing is added."""

import pytest

from manumit.spine.access.models import NationRule, Release
from manumit.spine.audit import lending

from ..actions.load_sample import STEPS, count_sample, load_sample
from ..models import ReleaseRequest, SharingAgreement, Transfer
from .cases import open_case, with_cases

pytestmark = [pytest.mark.django_db, with_cases]


def test_papers_of_each_sort_and_a_read_are_there_once(ada, fay, nation) -> None:
    for _ in STEPS:
        open_case(ada)
    assert load_sample([ada, fay], 2_000) == len(STEPS)
    assert load_sample([ada, fay], 2_000) == 0
    assert count_sample() == len(STEPS)
    agreement = SharingAgreement.objects.visible_to(fay).get()
    assert (agreement.state, agreement.onward) == ("in_force", "word")
    assert set(ReleaseRequest.objects.visible_to(ada).values_list("state", flat=True)) == {"asked", "offered"}
    assert Transfer.objects.visible_to(fay).get().state == "offered"
    assert NationRule.objects.get().nation_id == nation.pk
    (read,) = lending.reads_lent_by(ada.agency_id).acts
    assert f'"releases":[{Release.objects.get().pk}]' in read.detail


def test_alone_or_without_cases_nothing_is_invented(ada, fay) -> None:
    assert load_sample([ada], 5) == load_sample([ada, fay], 5) == 0
