"""The case policy means the same for lists and for single cases: compiled SQL against cedarpy on random cases."""

from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random

import pytest

from manumit.modules.cases.kinds import CASE
from manumit.modules.cases.models import Case, CasePerson
from manumit.spine import audit
from manumit.spine.access import decide_many
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency

NOW = datetime(2026, 1, 1, tzinfo=UTC)
CASES, ACTORS = 60, 25
LEVELS = ("open", "pointer", "restricted")


@pytest.fixture
def chance() -> Random:
    return Random(20260101)


@pytest.fixture
def cases(db, chance) -> list[Case]:
    agencies = [Agency.objects.create(name=f"Office {n}", short_name=f"O{n}", kind="tribal") for n in range(3)]
    world = Case.unscoped.bulk_create(_case(chance, agencies, n) for n in range(CASES))
    Release.objects.bulk_create(_release(chance, agencies, case) for case in world for _ in range(2))
    for case in world:
        audit.record(None, "case.open", kind=CASE.name, record_id=case.pk)
    return world


def test_lists_and_single_decisions_agree(cases, chance) -> None:
    compared, disagreements = 0, []
    for _ in range(ACTORS):
        actor = _actor(chance, [case.owner_id for case in cases])
        asked = list(product(CASE.actions, cases))
        single = decide_many(actor, asked, NOW)
        listed = {action: _keys(Case.objects.visible_to(actor, action, NOW)) for action in CASE.actions}
        pairs = zip(asked, single, strict=True)
        disagreements += [
            (actor, action, case.pk)
            for (action, case), decision in pairs
            if decision.allowed is not (case.pk in listed[action])
        ]
        compared += len(asked)
    assert disagreements == []
    assert compared >= 20_000


def test_whoever_may_do_or_read_anything_may_know_of_it(cases, chance) -> None:
    for _ in range(ACTORS):
        actor = _actor(chance, [case.owner_id for case in cases])
        known = _keys(Case.objects.visible_to(actor, at=NOW))
        for action in CASE.actions:
            assert action == "create" or _keys(Case.objects.visible_to(actor, action, NOW)) <= known, (actor, action)


def test_people_of_a_case_follow_its_group(cases, chance) -> None:
    CasePerson.unscoped.bulk_create(CasePerson(case=case, role="missing") for case in cases)
    for _ in range(ACTORS):
        actor = _actor(chance, [case.owner_id for case in cases])
        people = set(CasePerson.objects.visible_to(actor, at=NOW).values_list("case_id", flat=True))
        assert people == _keys(Case.objects.visible_to(actor, "read_people", NOW))


def _keys(rows) -> set[int]:
    return set(rows.values_list("pk", flat=True))


def _case(chance: Random, agencies: list[Agency], n: int) -> Case:
    return Case(
        number=f"C{n}",
        owner=chance.choice(agencies),
        level=chance.choice(LEVELS),
        protected=chance.random() < 0.3,
        contains_cji=chance.random() < 0.3,
        origin=chance.choice(("entered", "sample")),
        case_type="missing",
        opened_at=NOW,
        changed_at=NOW,
        state_since_at=NOW,
    )


def _release(chance: Random, agencies: list[Agency], case: Case) -> Release:
    groups = {"summary", *chance.sample(CASE.groups, 3)}
    return Release(
        kind=CASE.name,
        record_id=case.pk,
        record_opened_at=chance.choice((case.opened_at, None)),
        agency=chance.choice(agencies),
        groups=sorted(groups),
        purposes=[str(purpose) for purpose in chance.sample(list(Purpose), 2)],
        authority="Letter",
        expires_at=NOW + timedelta(seconds=chance.choice((-1, 0, 1, 1))),
        ended_at=NOW if chance.random() < 0.2 else None,
    )


def _actor(chance: Random, agencies: list[int]) -> Actor:
    return Actor(
        person_id=1,
        agency_id=chance.choice(agencies),
        roles=frozenset(str(role) for role in chance.sample(list(Role), chance.randint(1, 2))),
        purpose=str(chance.choice(list(Purpose))),
        agency_kind=str(chance.choice(list(AgencyKind))),
        partner=chance.random() < 0.6,
        active=chance.random() < 0.9,
    )
