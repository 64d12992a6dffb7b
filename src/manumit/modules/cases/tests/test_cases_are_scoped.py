"""Nobody reads cases without saying who asks."""

import pytest

from manumit.modules.cases.models import Case, CaseAgency, CasePerson, OutsideNumber
from manumit.spine.access import Unscoped


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Case, CasePerson, CaseAgency, OutsideNumber])
def test_a_queryset_without_an_asker_does_not_run(model):
    with pytest.raises(Unscoped, match="visible_to"):
        list(model.objects.all())
    with pytest.raises(Unscoped):
        model._base_manager.count()


@pytest.mark.django_db
def test_nobody_sees_nothing():
    assert list(Case.objects.visible_to(None)) == []
