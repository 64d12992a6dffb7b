"""A supervisor releases field groups to one agency, until it expires or is recalled; nobody else lets anybody cross."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.modules.suspects.actions.set_level import set_level
from manumit.modules.suspects.models import Suspect
from manumit.modules.suspects.releasable import SUSPECT
from manumit.spine.access import Denied, Hidden, find
from manumit.spine.access.models import Release
from manumit.spine.identity.models import Agency
from manumit.spine.records import releasing
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import recall, release_record
from manumit.spine.workflow.refusing import Refused

TOMORROW = timezone.now() + timedelta(days=1)


def terms(to, *groups: str, **values) -> Terms:
    """Terms of a release to the agency of `to`."""
    facts = {
        "agency_id": to.agency_id, "groups": frozenset(groups), "purposes": frozenset({"investigation"}),
        "authority": "Order 7", "expires_at": TOMORROW,
    }  # fmt: skip
    return Terms(**{**facts, **values})


def read(actor, suspect) -> set[str]:
    """The groups the actor reads of a suspect, none where they may not know of it."""
    try:
        found = find(actor, "read_summary", "suspect", suspect.number)
    except Hidden:
        return set()
    return {name.removeprefix("can_read_") for name, may in vars(found).items() if name.startswith("can_read_") and may}


def test_a_release_opens_what_it_names_until_it_is_recalled(suspect, alice, bob, charlie):
    assert read(charlie, suspect) == set()
    release = release_record(bob, suspect, terms(charlie, "description"))
    assert read(charlie, suspect) == {"summary", "description"}
    recall(bob, suspect, release.pk)
    assert read(charlie, suspect) == set()
    with pytest.raises(Refused):
        recall(bob, suspect, release.pk)
    release_record(bob, suspect, terms(charlie, "basis"))
    Release.objects.filter(ended_at=None).update(expires_at=timezone.now())
    assert read(charlie, suspect) == set()


def test_the_owner_finds_it_among_what_it_released(suspect, bob, charlie):
    assert release_record(bob, suspect, terms(charlie, "description")).giver_id == bob.agency_id


def test_by_whatever_way_it_goes_no_service_provider_receives(suspect, bob, charlie):
    shelter = Agency.objects.create(name="Shelter", short_name="SH", kind="service_provider")
    with pytest.raises(ValidationError):
        releasing.demand_sense(suspect, terms(charlie, agency_id=shelter.pk), SUSPECT)


def test_only_a_supervisor_releases(suspect, alice, charlie):
    with pytest.raises(Denied):
        release_record(alice, suspect, terms(charlie))
    with pytest.raises(Hidden):
        release_record(charlie, suspect, terms(charlie))
    assert Release.objects.count() == 0


def test_somebody_who_may_be_under_18_crosses_by_release_alone(young, bob, charlie):
    set_level(bob, young, "open", expected_version=young.version, source="Bob")
    partner = type(charlie)(**{**{name: getattr(charlie, name) for name in charlie.__slots__}, "partner": True})
    assert read(partner, young) == set()
    release_record(bob, young, terms(charlie, "description"))
    assert read(partner, young) == {"summary", "description"}
    assert Suspect.unscoped.get(pk=young.pk).level == "open"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"groups": frozenset({"confidential_source"})}, "groups"),
        ({"purposes": frozenset()}, "purposes"),
        ({"purposes": frozenset({"curiosity"})}, "purposes"),
        ({"authority": " "}, "authority"),
        ({"expires_at": timezone.now()}, "expires_at"),
        ({"agency_id": 0}, "agency_id"),
    ],
)
def test_terms_that_make_no_sense_are_refused_by_field(wrong, field, suspect, bob, charlie):
    with pytest.raises(ValidationError) as refused:
        release_record(bob, suspect, terms(charlie, **wrong))
    assert list(refused.value.message_dict) == [field]


def test_neither_the_owner_nor_a_service_provider_receives(suspect, bob, charlie):
    shelter = Agency.objects.create(name="Shelter", short_name="SH", kind="service_provider")
    for agency_id in (bob.agency_id, shelter.pk):
        with pytest.raises(ValidationError):
            release_record(bob, suspect, terms(charlie, agency_id=agency_id))
