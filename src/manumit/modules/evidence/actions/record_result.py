"""Record what a laboratory reported."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import LabSubmission


@dataclass(frozen=True, slots=True)
class Reported:
    """A result as the laboratory reported it: its words, who signed, and the report's day."""

    result: str
    reported_by: str
    reported_on: date


@action("evidence.result")
def record_result(actor: Actor, submission: LabSubmission, reported: Reported) -> LabSubmission:
    """Keep the result of an examination; one that was reported otherwise later stands in a row that corrects it.

    Raises Denied or Hidden without permission `edit`, Refused for an empty or unchanged result, one corrected already,
    or a day before the submission or to come.
    """
    rows = LabSubmission.unscoped.select_related("item").select_for_update(no_key=True, of=("self",))
    stands = rows.get(pk=submission.pk)
    require(actor, "edit", stands)
    _demand_sound(stands, reported)
    row = _correction(stands) if stands.result else stands
    row.result, row.reported_by, row.reported_on = (
        reported.result.strip(),
        reported.reported_by.strip(),
        reported.reported_on,
    )
    row.result_recorded_by_id, row.result_recorded_at = actor.person_id, timezone.now()
    _save(row)
    detail = {"submission": row.pk, "corrects": row.corrects_id}
    audit.record(actor, "evidence.result", kind="evidence", record_id=stands.item_id, detail=detail)
    return row


def _demand_sound(stands: LabSubmission, reported: Reported) -> None:
    demand_words(reported.result, _("Say what the laboratory found, even if nothing."))
    demand_words(reported.reported_by, _("Say who signed the report."))
    if stands.result == reported.result.strip():
        raise Refused(_("Nothing to correct: this is what the result says."))
    if LabSubmission.unscoped.filter(corrects=stands).exists():
        raise Refused(_("This result was corrected already: correct the newest."))
    if not stands.submitted_at.date() <= reported.reported_on <= timezone.localdate():
        raise Refused(_("The report's day lies between the submission and today."))


def _correction(stands: LabSubmission) -> LabSubmission:
    return LabSubmission(
        item=stands.item, laboratory=stands.laboratory, examination=stands.examination,
        submitted_by_id=stands.submitted_by_id, submitted_at=stands.submitted_at, reference=stands.reference,
        corrects=stands,
    )  # fmt: skip


def _save(row: LabSubmission) -> None:
    if row.pk is None:
        LabSubmission.unscoped.bulk_create([row])
        return
    row.save(update_fields=["result", "reported_by", "reported_on", "result_recorded_by", "result_recorded_at"])
