"""Which purposes of use each role may choose."""

from collections.abc import Iterable

from manumit.spine.identity.choices import Purpose, Role

OFFERED: dict[str, frozenset[Purpose]] = {
    Role.INVESTIGATOR: frozenset({Purpose.INVESTIGATION, Purpose.TRAINING}),
    Role.SUPERVISOR: frozenset({Purpose.INVESTIGATION, Purpose.SUPERVISION, Purpose.RECORDS, Purpose.TRAINING}),
    Role.ANALYST: frozenset({Purpose.INVESTIGATION, Purpose.RECORDS, Purpose.TRAINING}),
    Role.INTAKE: frozenset({Purpose.INVESTIGATION, Purpose.RECORDS, Purpose.TRAINING}),
    Role.TRIAGE: frozenset({Purpose.INVESTIGATION, Purpose.RECORDS, Purpose.TRAINING}),
    Role.ADMINISTRATOR: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
    Role.AUDITOR: frozenset({Purpose.AUDIT, Purpose.TRAINING}),
    Role.OPERATOR: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
    Role.PLAN_CONTACT: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
    Role.PLAN_LEAD: frozenset({Purpose.RECORDS, Purpose.SUPERVISION, Purpose.TRAINING}),
    Role.SECRETARIAT: frozenset({Purpose.RECORDS, Purpose.SUPERVISION, Purpose.TRAINING}),
    Role.COUNCIL: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
    Role.CONSULTANT: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
    Role.PRESENCE_SPONSOR: frozenset({Purpose.INVESTIGATION, Purpose.SUPERVISION, Purpose.TRAINING}),
    Role.PRESENCE_INTAKE: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
    Role.PRESENCE_REVIEWER: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
    Role.PRESENCE_DECIDER: frozenset({Purpose.RECORDS, Purpose.SUPERVISION, Purpose.TRAINING}),
    Role.PRESENCE_OVERSIGHT: frozenset({Purpose.SUPERVISION, Purpose.TRAINING}),
    Role.PRESENCE_COUNSEL: frozenset({Purpose.RECORDS, Purpose.TRAINING}),
}


def offered(roles: Iterable[str]) -> list[Purpose]:
    """Return the purposes open to somebody with `roles`, in their order of listing."""
    open_to_them = frozenset().union(*(OFFERED[role] for role in roles))
    return [purpose for purpose in Purpose if purpose in open_to_them]
