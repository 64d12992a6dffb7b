"""Ask another agency for a release of what it holds."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose
from manumit.spine.identity.models import Agency
from manumit.spine.records import action, numbers, provenance
from manumit.spine.records.changing import step
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell

from ..covering import groups_offered
from ..models import ReleaseRequest
from .clock_the_answer import clock_the_answer


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of which agency. `groups` are "kind.group"; `reference` a number the holder finds it by.

    `onward_of` and `onward_to_id` where the asker would show on to another agency what it was released.
    """

    other_id: int
    reference: str
    groups: frozenset[str]
    purposes: frozenset[str]
    authority: str
    because: str
    until_on: date
    needed_by: date
    origin: str = "entered"
    onward_of: Release | None = None
    onward_to_id: int | None = None


@action("request.ask")
def ask_release(actor: Actor, wanted: Wanted) -> ReleaseRequest:
    """Ask; the holder's supervisors are told, and its clock starts where an agreement or its own rule sets one.

    Nothing is looked up: what is restricted, of others or of nobody is asked for in the same way. Raises Denied,
    ValidationError by field.
    """
    made = _request(actor, wanted)
    require(actor, "create", made)
    _demand_sense(actor, wanted)
    made.number = numbers.allocate(ReleaseRequest.number_prefix)
    made.save(force_insert=True)
    step(made, actor, {})
    audit.record(actor, "request.ask", kind=made.kind, record_id=made.pk)
    clock_the_answer(actor, made)
    tell("request_asked", beside(made), supervisors(made.other_id), actor)
    return made


def _request(actor: Actor, wanted: Wanted) -> ReleaseRequest:
    now = timezone.now()
    kinds = {pair.split(".", 1)[0] for pair in wanted.groups}
    return ReleaseRequest(
        owner_id=actor.agency_id, other_id=wanted.other_id, opened_at=now, changed_at=now, state_since_at=now,
        provenance=provenance.begin(provenance.said(str(_("Asked by the agency")))), origin=wanted.origin,
        reference=wanted.reference.strip(), groups=sorted({*wanted.groups, *(f"{kind}.summary" for kind in kinds)}),
        purposes=sorted(wanted.purposes), authority=wanted.authority.strip(), because=wanted.because.strip(),
        until_on=wanted.until_on, needed_by=wanted.needed_by, asked_by_id=actor.person_id,
        onward_of=wanted.onward_of, onward_to_id=wanted.onward_to_id,
    )  # fmt: skip


def _demand_sense(actor: Actor, wanted: Wanted) -> None:
    today = timezone.localdate()
    others = Agency.objects.filter(pk=wanted.other_id, active=True).exclude(pk=actor.agency_id)
    holders = others.exclude(kind=AgencyKind.SERVICE_PROVIDER)
    checks = {
        "other": (holders.exists(), _("Choose another agency that is active and investigates.")),
        "reference": (0 < len(wanted.reference.strip()) <= 40, _("Give a number, of 40 signs at most.")),
        "groups": (bool(wanted.groups) and wanted.groups <= groups_offered(), _("Choose what you ask to read.")),
        "purposes": (
            bool(wanted.purposes) and wanted.purposes <= set(Purpose.values), _("Choose at least one purpose."),
        ),
        "authority": (bool(wanted.authority.strip()), _("Name the legal authority it rests on.")),
        "because": (bool(wanted.because.strip()), _("Say what it is needed for.")),
        "needed_by": (wanted.needed_by >= today, _("It must end in the future.")),
        "until_on": (wanted.until_on >= wanted.needed_by, _("You would read it until before it is answered.")),
    }  # fmt: skip
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)
