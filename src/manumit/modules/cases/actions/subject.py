"""Whose name stands for a case in lists."""

from collections.abc import Iterable

from ..choices import PersonRole
from ..models import CasePerson

SUBJECTS = (
    PersonRole.MISSING, PersonRole.VICTIM, PersonRole.DECEDENT_UNIDENTIFIED, PersonRole.DECEDENT_UNCLAIMED,
)  # fmt: skip


def subject_name(people: Iterable[CasePerson]) -> str:
    """Return "Family, Given" of the first subject with a name: missing before victim before decedent; else nothing."""
    named = [person for person in people if person.role in SUBJECTS and person.full_name]
    named.sort(key=lambda person: SUBJECTS.index(PersonRole(person.role)))
    return _listed(named[0]) if named else ""


def _listed(person: CasePerson) -> str:
    given = " ".join(part for part in (person.given_names, person.name_suffix) if part)
    return ", ".join(part for part in (person.family_name, given) if part)
