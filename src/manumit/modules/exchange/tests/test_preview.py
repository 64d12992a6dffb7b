"""The preview is what they will read: the same rules decide it, and nothing of it stays."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from manumit.spine.access import find
from manumit.spine.access.models import Release
from manumit.spine.audit.models import Entry
from manumit.spine.records.releasable import releasable
from manumit.spine.records.releasing import Terms
from manumit.spine.ui import faces
from manumit.spine.workflow.actions.release_record import release_record

from ..manifest import led_to
from ..previewing import preview
from .cases import open_case, with_cases

pytestmark = [pytest.mark.django_db, with_cases]
FACTS = {"last_seen_city": "Hardin", "place_detail": "Behind the mill", "circumstances": "Left on foot."}


def terms(agency_id: int, *groups: str) -> Terms:
    """Return a release of the groups."""
    ends = timezone.now() + timedelta(days=30)
    return Terms(agency_id, frozenset(groups), frozenset({"investigation"}), "Request", ends)


def test_it_shows_what_was_chosen_and_no_more(ada, gus) -> None:
    case = open_case(ada, **FACTS)
    seen = preview(ada, case, terms(gus.agency_id, "narrative"), releasable("case"))
    assert seen.seen == ("Summary", "Circumstances")
    assert {"People", "Place", "Sealed contact"} <= set(seen.withheld)
    assert "Left on foot." in seen.page
    for word in ("Hardin", "mill", "Tallgrass", "Edit"):
        assert word not in seen.page


def test_nothing_of_it_stays(ada, gus) -> None:
    case = open_case(ada, **FACTS)
    before = Entry.objects.count()
    preview(ada, case, terms(gus.agency_id, "people"), releasable("case"))
    assert not Release.objects.exists()
    assert Entry.objects.count() == before


def test_other_rules_hide_it_still(ada, county) -> None:
    case = open_case(ada, contains_cji=True, **FACTS)
    type(county).objects.filter(pk=county.pk).update(kind="service_provider")
    seen = preview(ada, case, terms(county.pk, "people"), releasable("case"))
    assert (seen.seen, seen.page) == ((), "")


def test_it_refuses_what_the_release_would(ada, gus) -> None:
    case = open_case(ada)
    with pytest.raises(ValidationError):
        preview(ada, case, terms(gus.agency_id, "protected_contact"), releasable("case"))


def test_a_kind_without_a_page_of_its_own_lists_its_fields(ada, gus) -> None:
    case = open_case(ada, **FACTS)
    seen = preview(ada, case, terms(gus.agency_id, "place"), replace(releasable("case"), shown=None))
    assert "Behind the mill" in seen.page
    assert "Left on foot." not in seen.page
    assert find(ada, "read_place", "case", case.number).place_detail == "Behind the mill"


def test_the_owners_supervisor_is_led_there_and_nobody_else(ada, ben, gus, as_person) -> None:
    case = open_case(ada, **FACTS)
    release_record(ada, case, terms(gus.agency_id, "people"))
    shown, page = reverse("exchange:shared", args=["case", case.number]), faces.address_of("case", case.number)
    assert shown == faces.sharing_address("case", case.number)
    assert shown in as_person(ada).get(page).content.decode()
    assert shown not in dict(map(reversed, faces.pages_beside(ada, case))), "once is enough"
    for other in (ben, gus):
        assert shown not in as_person(other).get(page).content.decode()


def test_a_kind_without_a_page_of_its_own_for_sharing_is_led_there_too() -> None:
    assert led_to("evidence") == bool(releasable("evidence"))
    assert not led_to("case")
    assert not led_to("agreement")
