"""Decide about a proposed commitment: file it, join it to one known, or drop it."""

from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..choices import Decision, Status
from ..models import Commitment, Filing, PlanDocument, Restatement
from ..refusing import Refused
from .file_commitment import filed
from .opening import noted

STATUS = {
    "promised": Status.NOT_STARTED,
    "recommended": Status.NOT_STARTED,
    "under way": Status.IN_PROGRESS,
    "done": Status.IN_PROGRESS,
}
"""What a document says is done is still to be evidenced: it begins as in progress."""


@action("filing.accept")
def accept_filing(actor: Actor, document: PlanDocument, filing: Filing, title: str = "") -> Commitment:
    """File the proposal as a commitment, under `title` if given. Raises Denied, Refused if decided already."""
    _demand_open(actor, document, filing)
    told = filing.proposal
    commitment = filed(actor, _values(document, told, title), source=document.title)
    _decide(actor, document, filing, Decision.ACCEPTED, commitment.number)
    return commitment


@action("filing.join")
def join_filing(actor: Actor, document: PlanDocument, filing: Filing, commitment: Commitment) -> Restatement:
    """Say that the proposal restates `commitment`. Raises Denied, Refused if decided already."""
    _demand_open(actor, document, filing)
    require(actor, "edit", commitment)
    again = Restatement(
        commitment=commitment, document_number=document.number, document_title=document.title,
        said_on=document.dated_on, sentence=filing.proposal["sentence"],
    )  # fmt: skip
    again.save(force_insert=True)
    noted(actor, commitment, "filing.join", {"document": document.number})
    _decide(actor, document, filing, Decision.JOINED, commitment.number)
    return again


@action("filing.drop")
def drop_filing(actor: Actor, document: PlanDocument, filing: Filing, reason: str) -> Filing:
    """Say that the proposal is no commitment, and why. Raises Denied, Refused."""
    _demand_open(actor, document, filing)
    if not reason.strip():
        raise Refused({"reason": _("Say why it is no commitment.")})
    filing.reason = reason.strip()
    _decide(actor, document, filing, Decision.DROPPED, "")
    return filing


def _demand_open(actor: Actor, document: PlanDocument, filing: Filing) -> None:
    require(actor, "edit", document)
    if Filing.unscoped.select_for_update().get(pk=filing.pk, document=document).decision != Decision.OPEN:
        raise Refused(_("Somebody has decided about this one meanwhile. Look at it again."))


def _decide(actor: Actor, document: PlanDocument, filing: Filing, decision: str, number: str) -> None:
    filing.decision, filing.commitment_number, filing.decided_at = decision, number, timezone.now()
    filing.save(update_fields=["decision", "commitment_number", "decided_at", "reason"])
    noted(actor, document, f"filing.{decision}", {"position": filing.position, "commitment": number})


def _values(document: PlanDocument, told: dict[str, Any], title: str) -> dict[str, Any]:
    agencies = list(dict.fromkeys(code_of(name) for name in told["agencies"]))
    return {
        "plan_id": document.plan_id,
        "document": document,
        "agency_code": agencies[0],
        "joint_codes": agencies[1:],
        "pillar": told["pillar"],
        "title": title[:300] or title_of(told),
        "verb": told["verb"][:60],
        "thing": told["object"],
        "sentence": told["sentence"],
        "sentence_start": told["start"],
        "made_on": document.dated_on,
        "measure": told["measure"][:120],
        "amount": told["amount"],
        "due_on": parse_date(told["due"]) if told["due"] else None,
        "due_words": told["due_words"][:120],
        "status": STATUS[told["tense"]],
    }


def code_of(name: str) -> str:
    """Return the name as a code: itself, or where it is too long its great letters, as `MWC` for a ministry."""
    most = Commitment._meta.get_field("agency_code").max_length or len(name)
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return name if len(name) <= most else letters[:most] or name[:most]


def title_of(told: dict[str, Any]) -> str:
    """Return the title a proposal suggests: the deed, beginning great, such as `Publish national surveys`."""
    words = f"{told['verb']} {told['object']}"
    return (words[0].upper() + words[1:])[:300]
