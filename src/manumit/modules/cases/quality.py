"""What cases lack: each a condition that leads to the list of just those cases, as far as the asker may read them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor

from .choices import CaseType, Outcome, PersonRole, State
from .models import Biometric, Case, CaseFile, CasePerson, Feature, OutsideNumber, Remains, TribeAssociation

SUBJECTS = (PersonRole.MISSING, PersonRole.VICTIM, PersonRole.DECEDENT_UNIDENTIFIED)
DNA = ("dna_direct", "dna_family")
ON_FILE = ("available", "entered", "being_obtained", "submitted", "tests_complete")
DNA_AFTER = timedelta(days=30)
GROWN_UP = 21
"""Years under which a missing person is entered in NCIC by law (34 USC 41307)."""


BY_LAW = _("Federal, State and local agencies enter it within two hours (34 USC 41308). Aid, not legal advice.")


@dataclass(frozen=True)
class Lack:
    """One thing that is missing or does not fit: `group` is the field group one must read to be told of it."""

    name: str
    title: str | Promise
    about: str | Promise
    where: Callable[[Actor], Q]
    group: str = "summary"

    def condition(self, actor: Actor) -> Q:
        """Return which cases lack it, among those of which `actor` may read the group."""
        if self.group == "summary":
            return self.where(actor)
        readable = Case.objects.visible_to(actor, f"read_{self.group}").filter(pk=OuterRef("pk"))
        return Q(Exists(readable)) & self.where(actor)


def _having(model: Any, actor: Actor, **given: Any) -> Q:
    return Q(Exists(_standing(model, actor).filter(**given)))


def _standing(model: Any, actor: Actor) -> Any:
    return model.objects.visible_to(actor).filter(case=OuterRef("pk"), withdrawn_at=None)


def _undescribed(actor: Actor) -> Q:
    blank = {"height_min": None, "height_max": None, "weight_min": None, "hair": "", "eye_left": "", "eye_right": ""}
    told = _standing(CasePerson, actor).filter(role__in=SUBJECTS).exclude(**blank)
    return ~Q(Exists(told)) & ~_having(Feature, actor)


def _without_photograph(actor: Actor) -> Q:
    kept = _having(CaseFile, actor, file_kind="photo", quarantined_at=None)
    return ~kept & ~_having(Biometric, actor, biometric_kind="photograph", status__in=ON_FILE)


def _without_dna(actor: Actor) -> Q:
    due = Q(opened_at__lt=timezone.now() - DNA_AFTER, case_type=CaseType.MISSING) & ~Q(state=State.RESOLVED)
    return due & ~_having(Biometric, actor, biometric_kind__in=DNA, status__in=ON_FILE)


def _not_in_ncic(actor: Actor) -> Q:
    young = _standing(CasePerson, actor).filter(role=PersonRole.MISSING)
    young = young.filter(Q(age_max__lt=GROWN_UP) | Q(age_max=None, age_min__lt=GROWN_UP))
    open_cases = Q(case_type=CaseType.MISSING, ncic_entered_on=None) & ~Q(state=State.RESOLVED)
    return open_cases & Q(Exists(young)) & ~_having(OutsideNumber, actor, scheme="ncic")


def _review_passed(actor: Actor) -> Q:
    return Q(state=State.SUSPENDED, review_on__lt=timezone.now().date())


def _nobody_missing(actor: Actor) -> Q:
    missing = Q(case_type=CaseType.MISSING) & ~Q(state=State.RESOLVED)
    return missing & ~_having(CasePerson, actor, role=PersonRole.MISSING)


def _deceased_without_remains(actor: Actor) -> Q:
    return Q(outcome=Outcome.LOCATED_DECEASED) & ~_having(Remains, actor)


def _late(actor: Actor) -> Q:
    return Q(reported_on__lt=F("last_seen_earliest_on"))


LACKS: Mapping[str, Lack] = {
    each.name: each
    for each in (
        Lack(
            "ncic", _("No NCIC entry for somebody under 21"), BY_LAW,
            _not_in_ncic, "people",
        ),
        Lack(
            "review", _("The day of review has passed"), _("A suspended case is looked at again by a supervisor."),
            _review_passed,
        ),
        Lack(
            "dna", _("No DNA on file after 30 days"),
            _("Of the person or of relatives: what identifies remains most often."), _without_dna, "people",
        ),
        Lack(
            "photograph", _("No photograph on file"), _("Neither attached here nor noted as held elsewhere."),
            _without_photograph, "narrative",
        ),
        Lack(
            "description", _("No description"), _("No height, weight, hair, eyes or mark of the person."),
            _undescribed, "people",
        ),
        Lack(
            "last_seen", _("No date last seen"), _("Not known, or nobody was asked: a year is better than nothing."),
            lambda actor: Q(last_seen_precision="unknown"),
        ),
        Lack("county", _("No county"), _("Search by county does not find the case."),
             lambda actor: Q(last_seen_county="")),
        Lack("reported", _("No date of the report"), _("How long entries take cannot be counted."),
             lambda actor: Q(reported_on=None)),
        Lack("order", _("Reported before last seen"), _("One of the two dates is wrong."), _late),
        Lack(
            "person", _("Nobody is recorded as missing"), _("A missing-person case without its person."),
            _nobody_missing, "people",
        ),
        Lack(
            "remains", _("Found dead, and no remains recorded"), _("Say what was found, and how it was identified."),
            _deceased_without_remains, "people",
        ),
        Lack(
            "tribe", _("The Tribe's name is not resolved"), _("It was kept as written and stands for no Tribe yet."),
            lambda actor: Q(Exists(_standing(TribeAssociation, actor).filter(tribe="").exclude(reported_as=""))),
            "tribal",
        ),
    )
}  # fmt: skip
"""Everything that is looked for, the most urgent first."""


def lacking(names: tuple[str, ...], actor: Actor) -> Q:
    """Return which cases lack everything in `names`."""
    condition = Q()
    for name in names:
        condition &= LACKS[name].condition(actor)
    return condition
