"""Release a suspect to one agency."""

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
from manumit.spine.identity.choices import AgencyKind, Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records import action

from ..kinds import GROUPS, SEALED
from ..models import Suspect

RELEASABLE = tuple(group for group in GROUPS if group not in SEALED)
"""A confidential source is released to nobody."""


@dataclass(frozen=True)
class Terms:
    """To whom (`agency_id`), what (`groups`), for what (`purposes`), by what right (`authority`), until when."""

    agency_id: int
    groups: frozenset[str]
    purposes: frozenset[str]
    authority: str
    expires_at: datetime


@action("suspect.release")
def release_suspect(actor: Actor, suspect: Suspect, terms: Terms) -> Release:
    """Let an agency read `terms.groups`, and the summary, until it expires or is recalled.

    A supervisor's act, and the only way in which somebody who may be under 18 crosses agencies. Raises Denied, Hidden,
    ValidationError by field.
    """
    require(actor, "release", suspect)
    _demand_sense(suspect, terms)
    release = Release.objects.create(
        kind=Suspect.kind,
        record_id=suspect.pk,
        record_opened_at=suspect.opened_at,
        agency_id=terms.agency_id,
        groups=_ordered({*terms.groups, "summary"}),
        purposes=sorted(terms.purposes),
        authority=terms.authority.strip(),
        expires_at=terms.expires_at,
        released_by_id=actor.person_id,
    )
    audit.record(actor, "suspect.release", kind=Suspect.kind, record_id=suspect.pk, detail=_said(release, suspect))
    return release


def _demand_sense(suspect: Suspect, terms: Terms) -> None:
    checks = {
        "groups": (terms.groups <= set(RELEASABLE), _("Choose among the groups that can be released.")),
        "purposes": (bool(terms.purposes) and terms.purposes <= set(Purpose.values), _("Choose at least one purpose.")),
        "authority": (bool(terms.authority.strip()), _("Say by what authority it is released.")),
        "expires_at": (terms.expires_at > timezone.now(), _("The release must end in the future.")),
        "agency_id": (_may_receive(suspect, terms.agency_id), _("Choose another agency, but no service provider.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)


def _may_receive(suspect: Suspect, agency_id: int) -> bool:
    others = Agency.objects.filter(active=True).exclude(kind=AgencyKind.SERVICE_PROVIDER)
    return agency_id != suspect.owner_id and others.filter(pk=agency_id).exists()


def _ordered(groups: Iterable[str]) -> list[str]:
    return sorted(groups, key=GROUPS.index)


def _said(release: Release, suspect: Suspect) -> dict[str, object]:
    return {
        "release": release.pk,
        "agency": release.agency_id,
        "groups": release.groups,
        "purposes": release.purposes,
        "authority": release.authority,
        "expires_at": release.expires_at.isoformat(),
        "minor": suspect.minor,
    }
