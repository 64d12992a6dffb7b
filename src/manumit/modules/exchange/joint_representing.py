"""From joint work to what programs get."""

from collections.abc import Sequence
from typing import Any

from .joint_schemas import JointEntryOut, JointPartnerOut, JointWorkOut
from .models import JointEntry, JointPartner, JointWork

JOINT = (
    "number", "version", "state", "record_kind", "record_number", "aim", "authority", "groups", "may_add", "ends_on",
)  # fmt: skip
ENTRY = ("adds", "at", "text", "due_on", "done_at")


def joint_out(
    joint: JointWork, partners: Sequence[JointPartner] | None = None, entries: Sequence[JointEntry] | None = None
) -> JointWorkOut:
    """Return joint work, with who takes part and its log where they are given."""
    values: dict[str, Any] = {name: getattr(joint, name) for name in JOINT}
    if partners is not None:
        values["partners"] = [partner_out(each) for each in partners]
    if entries is not None:
        values["entries"] = [entry_out(each) for each in entries]
    return JointWorkOut(owner=joint.owner.short_name, **values)


def partner_out(partner: JointPartner) -> JointPartnerOut:
    """Return an agency that was invited."""
    same: dict[str, Any] = {name: getattr(partner, name) for name in ("state", "invited_at", "answered_at")}
    return JointPartnerOut(agency=partner.agency_id, name=partner.agency.short_name, **same)


def entry_out(entry: JointEntry) -> JointEntryOut:
    """Return a line of the log."""
    values: dict[str, Any] = {name: getattr(entry, name) for name in ENTRY}
    values |= {"agency": entry.agency_id, "for_agency": entry.for_agency_id, "person": entry.person.full_name}
    return JointEntryOut(id=entry.pk, **values)
