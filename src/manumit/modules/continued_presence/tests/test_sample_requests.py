"""The demonstration has requests at every stage, made once however often it is started."""

import pytest
from django.db import transaction

from manumit.modules.continued_presence.actions.load_sample import NAMES, SCENES, count_sample, load_sample
from manumit.modules.continued_presence.models import FamilyMember, PresenceRequest, RequestFile, Sending
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Membership, Person

pytestmark = pytest.mark.django_db
PLAYERS = (
    ("TRIBAL", AgencyKind.TRIBAL, "Dana", ["supervisor"]),
    ("TRIBAL", AgencyKind.TRIBAL, "Ray", ["investigator"]),
    ("SPONSOR", AgencyKind.FEDERAL, "Theo", ["investigator", "presence_sponsor"]),
    ("OFFICE", AgencyKind.FEDERAL, "Ines", ["presence_intake", "presence_decider"]),
    ("OFFICE", AgencyKind.FEDERAL, "Omar", ["presence_reviewer", "presence_oversight"]),
)


@transaction.atomic
def engaged() -> list[Actor]:
    """Make agencies and people, and return the supervisor, as the demonstration hands them over."""
    for code, kind, name, roles in PLAYERS:
        agency, _made = Agency.objects.get_or_create(
            name=f"Invented {code}", defaults={"short_name": code, "kind": kind}
        )
        person = Person.objects.create_user(f"{name.lower()}@sample.example", name)
        member = Membership.objects.create(person=person, agency=agency, roles=roles)
        for noun, row in (("agency", agency), ("person", person), ("membership", member)):
            audit.record(None, f"{noun}.add", kind=noun, record_id=row.pk)
    actor = actor_for(Membership.objects.get(person__full_name="Dana").pk, "records")
    assert actor is not None
    return [actor]


def test_every_scene_is_played_once(wrapping_key, settings, tmp_path) -> None:
    settings.MANUMIT_HOME = tmp_path
    actors = engaged()
    assert load_sample(actors, 2_000) == len(SCENES) == count_sample()
    assert load_sample(actors, 2_000) == 0
    stages = set(PresenceRequest.unscoped.values_list("state", flat=True))
    assert stages == {
        "draft", "concurrence", "sponsor_review", "submitted", "information", "vetting", "decision", "granted",
        "active", "extension", "revocation", "denied",
    }  # fmt: skip
    assert FamilyMember.unscoped.count() == RequestFile.unscoped.count() == 3
    assert Sending.unscoped.count() == 7


def test_without_the_people_nothing_is_invented(cast) -> None:
    assert load_sample([cast["detective"]], 5) == 0


def test_each_invented_victim_has_a_name_of_their_own() -> None:
    assert len(set(NAMES)) == len(SCENES)
