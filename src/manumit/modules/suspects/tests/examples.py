"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from datetime import timedelta

from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, registry
from manumit.spine.records.manifest import SampleData

from ..actions.add_part import add_part
from ..actions.open_suspect import open_suspect
from ..models import VictimNotice
from .conftest import BY, opening

AT = timezone.now() + timedelta(days=9)
PARTS = {
    "marks": {"feature_kind": "tattoo", "site": "arm"},
    "phones": {"number": "406 555 0100", "e164": "+14065550100"},
    "accounts": {"platform": "email", "handle": "ed@example.org"},
    "vehicles": {"make": "Ford", "plate_number": "7?K", "plate_partial": True, "colors": ["red"]},
    "documents": {"document_kind": "license", "number": "MT-1"},
    "charges": {"jurisdiction": "federal", "statute": "18 USC 1591", "title": "Sex trafficking",
                "filed_on": timezone.localdate()},
    "court_dates": {"hearing": "arraignment", "at": AT, "court": "District court"},
}  # fmt: skip
"""One of each part, invented."""


def examples(person: Membership) -> dict[str, str]:
    """Open a person of interest in a case of any module, with one of each part, and return values by argument."""
    actor, case = actor_for(person.pk, "investigation"), _case_of(person)
    if actor is None or case is None:
        return {f"{route} number": "SU-0000-000" for route in ROUTES} | {"notice_id": "1", "step": "clear"}
    suspect = open_suspect(actor, case, opening())
    rows = {part: add_part(actor, suspect, part, values, **BY) for part, values in PARTS.items()}
    notice = VictimNotice.objects.visible_to(actor).filter(suspect=suspect).first()
    found = {f"{route} number": suspect.number for route in ROUTES} | {"notice_id": str(notice.pk if notice else 0)}
    for route in ROUTES:
        found |= {f"{route} part": "vehicles", f"{route} part_id": str(rows["vehicles"].pk), f"{route} step": "clear"}
    return found


ROUTES = tuple(
    f"suspects/<slug:number>/{page}"
    for page in (
        "",
        "edit/",
        "history/",
        "why/",
        "sharing/",
        "ties/",
        "ties/new/",
        "readers/",
        "validate/",
        "source/",
        "source/seal/",
        "move/<slug:step>/",
        "notices/new/",
        "notices/<int:notice_id>/",
        "add/<slug:part>/",
        "part/<slug:part>/<int:part_id>/",
        "part/<slug:part>/<int:part_id>/withdraw/",
    )
)


def _case_of(person: Membership) -> Record | None:
    """Return an invented record of the person's agency; None where no module has one."""
    actor = actor_for(person.pk, "investigation")
    if actor is None or "case" not in {kind.name for kind in kinds.all_kinds()}:
        return None
    for offer in registry.providers(SampleData):
        offer.load([actor], 1)
    rows: list[Record] = kinds.get("case").model_class.objects.page(actor, limit=1).rows  # type: ignore[attr-defined]
    return rows[0] if rows else None
