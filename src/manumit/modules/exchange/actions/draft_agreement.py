"""Draft an agreement with another agency."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, allowed
from manumit.spine.access.models import Onward
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records import action, numbers, provenance
from manumit.spine.records.changing import step

from ..covering import groups_offered
from ..models import SharingAgreement


@dataclass(frozen=True, slots=True)
class Draft:
    """What an agreement says. `groups` are "kind.group"; a kind's summary is part of it wherever another group is."""

    other_id: int
    title: str
    groups: frozenset[str]
    purposes: frozenset[str]
    authority: str
    starts_on: date
    expires_on: date
    mutual: bool = False
    onward: str = Onward.NEVER
    answer_days: int | None = None
    origin: str = "entered"


@action("agreement.draft")
def draft_agreement(actor: Actor, draft: Draft) -> SharingAgreement:
    """Write an agreement that binds nobody until both agencies signed it. Raises Denied, ValidationError by field."""
    agreement = _agreement(actor, draft)
    decision = allowed(actor, "create", agreement)
    if not decision:
        raise Denied(decision)
    _demand_sense(actor, draft)
    agreement.number = numbers.allocate(SharingAgreement.number_prefix)
    agreement.save(force_insert=True)
    step(agreement, actor, {})
    audit.record(actor, "agreement.draft", kind=agreement.kind, record_id=agreement.pk)
    return agreement


def _agreement(actor: Actor, draft: Draft) -> SharingAgreement:
    now = timezone.now()
    return SharingAgreement(
        owner_id=actor.agency_id, other_id=draft.other_id, opened_at=now, changed_at=now, state_since_at=now,
        provenance=provenance.begin(provenance.said(str(_("Drafted by the agency")))), origin=draft.origin,
        title=draft.title.strip(), mutual=draft.mutual, groups=sorted(_with_summaries(draft.groups)),
        purposes=sorted(draft.purposes), authority=draft.authority.strip(), onward=draft.onward,
        answer_days=draft.answer_days, starts_on=draft.starts_on, expires_on=draft.expires_on,
    )  # fmt: skip


def _with_summaries(groups: frozenset[str]) -> set[str]:
    return {*groups, *(f"{pair.split('.', 1)[0]}.summary" for pair in groups)}


def _demand_sense(actor: Actor, draft: Draft) -> None:
    others = Agency.objects.filter(pk=draft.other_id, active=True).exclude(pk=actor.agency_id)
    checks = {
        "other": (others.exists(), _("Choose another agency that is active.")),
        "title": (bool(draft.title.strip()), _("Give it a title.")),
        "groups": (bool(draft.groups) and draft.groups <= groups_offered(), _("Choose what may be shown.")),
        "purposes": (bool(draft.purposes) and draft.purposes <= set(Purpose.values), _("Choose at least one purpose.")),
        "authority": (bool(draft.authority.strip()), _("Name the legal authority it rests on.")),
        "onward": (draft.onward in Onward.values, _("Choose one of the answers.")),
        "expires_on": (draft.expires_on >= max(draft.starts_on, timezone.localdate()), _("It must end in the future.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)
