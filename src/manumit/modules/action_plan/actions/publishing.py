"""Making the public's copy of a commitment from what the secretariat accepted, and from nothing else."""

from typing import Any

from django.db.models import F
from django.utils import timezone

from ..choices import UpdateState
from ..models import (
    Advice,
    Commitment,
    CouncilComment,
    DueDate,
    Evidence,
    JointWord,
    ProgressUpdate,
    PublicCommitment,
    PublicEdition,
    Restatement,
)

EDITION = 1


def publish_again(commitment: Commitment) -> None:
    """Write the public's copy anew if the commitment is published; the cached pages of before are void at once."""
    queue()
    commitment = Commitment.unscoped.select_related("plan", "document", "priority_action").get(pk=commitment.pk)
    if not commitment.published:
        return
    PublicCommitment.objects.update_or_create(
        number=commitment.number,
        defaults={
            "title": commitment.title,
            "pillar": commitment.pillar,
            "agencies": list(commitment.agencies),
            "status": commitment.status,
            "year": commitment.made_on.year if commitment.made_on else None,
            "due_on": commitment.due_on,
            "plan_number": commitment.plan.number if commitment.plan else "",
            "told": told(commitment),
            "changed_at": timezone.now(),
        },
    )
    turn_edition()


def withdraw(commitment: Commitment) -> None:
    """Take the public's copy away."""
    PublicCommitment.objects.filter(number=commitment.number).delete()
    turn_edition()


def queue() -> None:
    """Wait for whoever writes a public copy just now: what is read afterwards is what stands, until this one is done.

    Without it a copy being written could still hold a name that its giver takes back in the same moment.
    """
    PublicEdition.objects.select_for_update().filter(pk=EDITION).first()


def turn_edition() -> None:
    """Count one more edition of the public pages."""
    now = timezone.now()
    if not PublicEdition.objects.filter(pk=EDITION).update(number=F("number") + 1, changed_at=now):
        PublicEdition.objects.get_or_create(pk=EDITION, defaults={"number": 1, "changed_at": now})


def told(commitment: Commitment) -> dict[str, Any]:
    """Return what the public reads beside the columns: accepted reports, public evidence, dates old and new."""
    return {
        **_said(commitment),
        "updates": [_update(each) for each in _accepted(commitment)],
        "evidence": [_evidence(each) for each in Evidence.unscoped.filter(commitment=commitment, public=True)],
        "due_dates": [_due(each) for each in DueDate.unscoped.filter(commitment=commitment).order_by("set_at", "id")],
        "partners": _partners(commitment),
        "restated": [_restated(each) for each in Restatement.unscoped.filter(commitment=commitment)],
        "actual": actual(commitment),
        "advice": [advice_told(each) for each in let_out(commitment=commitment)],
    }


def let_out(**about: Any) -> Any:
    """Advice on something (`commitment=…`) its giver lets the public read, and the secretariat let out with what
    became of it."""
    asked = {f"request__{name}": record for name, record in about.items()}
    found = Advice.unscoped.filter(**asked, may_publish=True, accepted_at__isnull=False)
    return found.select_related("request").order_by("given_at", "id")


def advice_told(advice: Advice) -> dict[str, str]:
    """Return what the public reads of advice; a name only where its giver chose one."""
    return {
        "question": advice.request.question,
        "text": advice.text,
        "named": advice.named,
        "became": advice.became,
        "reasons": advice.reasons,
    }


def actual(commitment: Commitment) -> int | None:
    """Return how many of the target there are, counted from linked records; None where nothing counts them."""
    if commitment.counted_by != "evidence":
        return None
    return sum(Evidence.unscoped.filter(commitment=commitment, public=True).values_list("counts", flat=True))


def _said(commitment: Commitment) -> dict[str, Any]:
    document, action = commitment.document, commitment.priority_action
    return {
        "verb": commitment.verb,
        "thing": commitment.thing,
        "sentence": commitment.sentence,
        "document": document.title if document else "",
        "document_url": document.source_url if document else "",
        "made_on": iso(commitment.made_on),
        "action": f"{action.number} {action.text}" if action else "",
        "measure": commitment.measure,
        "target": commitment.target,
        "amount": str(commitment.amount) if commitment.amount is not None else "",
        "due_words": commitment.due_words,
        "recurring": commitment.recurring,
        "outcome": commitment.outcome,
    }


def _accepted(commitment: Commitment) -> Any:
    found = ProgressUpdate.unscoped.filter(commitment=commitment, state=UpdateState.ACCEPTED)
    return found.select_related("owner").order_by("-quarter", "-state_since_at")


def _update(update: ProgressUpdate) -> dict[str, Any]:
    comments = CouncilComment.unscoped.filter(update=update).exclude(text="")
    return {
        "number": update.number,
        "quarter": update.quarter,
        "agency": update.owner.short_name,
        "status": update.status,
        "text": update.public_text,
        "reason": update.reason,
        "accepted_at": update.state_since_at.isoformat(),
        "council": [{"text": each.text, "named": each.named, "answer": each.answer} for each in comments],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"title": evidence.title, "url": evidence.url, "on": iso(evidence.dated_on), "kind": evidence.evidence_kind}


def _due(due: DueDate) -> dict[str, Any]:
    return {"on": iso(due.due_on), "words": due.words, "reason": due.reason, "set_on": due.set_at.date().isoformat()}


def _partners(commitment: Commitment) -> list[dict[str, str]]:
    """Return each partner's newest word, shown beside the accepted status where they disagree."""
    words = JointWord.unscoped.filter(commitment=commitment).order_by("said_at", "id")
    newest = {each.agency_code: each for each in words}
    return [{"agency": each.agency_code, "status": each.status} for each in newest.values()]


def _restated(restatement: Restatement) -> dict[str, Any]:
    return {"document": restatement.document_title, "on": iso(restatement.said_on), "sentence": restatement.sentence}


def iso(day: Any) -> str:
    """Return a day as ISO 8601, empty for none."""
    return day.isoformat() if day else ""
