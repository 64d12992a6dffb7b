"""Release a case to one agency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.records import action

from ..kinds import GROUPS
from ..models import Case

NEVER_RELEASED = frozenset({"protected_contact"})


@dataclass(frozen=True)
class Terms:
    """To whom (`agency_id`), what (`groups`), for what (`purposes`), by what right (`authority`), until when."""

    agency_id: int
    groups: frozenset[str]
    purposes: frozenset[str]
    authority: str
    expires_at: datetime


@action("case.release")
def release_case(actor: Actor, case: Case, terms: Terms) -> Release:
    """Let an agency read `terms.groups`, and the summary, until it expires or is recalled.

    Raises Denied, ValidationError by field.
    """
    require(actor, "release", case)
    _demand_sense(case, terms)
    release = Release.objects.create(
        kind=Case.kind,
        record_id=case.pk,
        record_opened_at=case.opened_at,
        agency_id=terms.agency_id,
        groups=_ordered({*terms.groups, "summary"}),
        purposes=sorted(terms.purposes),
        authority=terms.authority.strip(),
        expires_at=terms.expires_at,
        released_by_id=actor.person_id,
    )
    audit.record(actor, "case.release", kind=Case.kind, record_id=case.pk, detail=_said(release))
    return release


def _demand_sense(case: Case, terms: Terms) -> None:
    checks = {
        "groups": (terms.groups <= set(GROUPS) - NEVER_RELEASED, _("Choose among the groups that can be released.")),
        "purposes": (bool(terms.purposes) and terms.purposes <= set(Purpose.values), _("Choose at least one purpose.")),
        "authority": (bool(terms.authority.strip()), _("Say by what authority it is released.")),
        "expires_at": (terms.expires_at > timezone.now(), _("The release must end in the future.")),
        "agency_id": (terms.agency_id != case.owner_id, _("The owner needs no release.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)


def _ordered(groups: Iterable[str]) -> list[str]:
    return sorted(groups, key=GROUPS.index)


def _said(release: Release) -> dict[str, object]:
    return {
        "release": release.pk,
        "agency": release.agency_id,
        "groups": release.groups,
        "purposes": release.purposes,
        "authority": release.authority,
        "expires_at": release.expires_at.isoformat(),
    }
