"""What pages ask about joint work. Every answer starts from who asks."""

from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record

from .choices import PartnerState
from .models import JointEntry, JointPartner, JointWork

MOST = 200


def list_joint(actor: Actor, *, after: str | None = None) -> Page[JointWork]:
    """Return a page of the joint work that the actor's agency leads, or takes or was asked to take part in."""
    return JointWork.objects.page(actor, after=after)


def joint_on(actor: Actor, record: Record) -> list[JointWork]:
    """Return the joint work on a record that the actor may know of, newest first."""
    rows = JointWork.objects.visible_to(actor).filter(record_kind=record.kind, record_id=record.pk)
    return list(rows.order_by("-opened_at", "-id")[:MOST])


def partners_of(actor: Actor, joint: JointWork) -> list[JointPartner]:
    """Return who was invited to joint work, first to last, and what came of it."""
    rows = JointPartner.objects.visible_to(actor).filter(joint=joint)
    return list(rows.select_related("agency").order_by("id")[:MOST])


def entries_of(actor: Actor, joint: JointWork) -> list[JointEntry]:
    """Return the log of joint work, newest first; none to those who have not accepted."""
    rows = JointEntry.objects.visible_to(actor).filter(joint=joint)
    return list(rows.select_related("agency", "person", "for_agency").order_by("-id")[:MOST])


def my_part(actor: Actor, partners: list[JointPartner]) -> str:
    """Return where the actor's agency stands among `partners`: `invited`, `works`, or empty."""
    standing = {PartnerState.INVITED, PartnerState.WORKS}
    mine = (each.state for each in reversed(partners) if each.agency_id == actor.agency_id and each.state in standing)
    return next(mine, "")
