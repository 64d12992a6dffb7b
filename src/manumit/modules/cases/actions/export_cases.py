"""Let cases leave in a file: each is logged before it does, and its owner sees that among the uses of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, decide_many, nations
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Case


@dataclass(frozen=True, slots=True)
class Leaving:
    """A case that is about to leave, and the names of the fields that leave with it."""

    case: Case
    fields: Sequence[str]


@action("case.export")
def export_cases(
    actor: Actor | None, leaving: Sequence[Leaving], *, format_name: str, note: str, use: str = ""
) -> None:
    """Log that the actor takes each case away in a format, and what for. One leaf a case.

    A `use` that nations decide on is kept for them too, by the permission it rests on.
    Raises Denied if one of them may not be exported, ValidationError without a `note` of what it is for.
    """
    if not note.strip():
        raise ValidationError({"note": [_("Say what you need this for.")]})
    decisions = decide_many(actor, [("export", each.case) for each in leaving])
    for decision in decisions:
        if not decision:
            raise Denied(decision)
    subjects = [audit.Subject(Case.kind, each.case.pk, _detail(each, format_name, note)) for each in leaving]
    audit.record_many(actor, "case.export", subjects)
    if use and actor:
        nations.note_use(actor, use, [each.case for each in leaving], f"case.export {format_name}")


def _detail(each: Leaving, format_name: str, note: str) -> dict[str, object]:
    return {"format": format_name, "fields": list(each.fields), "note": note.strip()}
