"""The history of a case as a timeline, newest first, without what the asker may not read."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.records.questions import Step

from .labels import path_label, shown
from .part_titles import many

TITLES: Mapping[str, Any] = {
    "case.open": gettext_lazy("Case opened"),
    "case.edit": gettext_lazy("Details changed"),
    "case.person.add": gettext_lazy("Person added"),
    "case.person.edit": gettext_lazy("Person corrected"),
    "case.agency.add": gettext_lazy("Agency added"),
    "case.number.add": gettext_lazy("Number added"),
    "case.number.edit": gettext_lazy("Number corrected"),
    "case.person.withdraw": gettext_lazy("Person withdrawn"),
    "case.move": gettext_lazy("State changed"),
    "case.level.set": gettext_lazy("Sharing changed"),
    "case.whereabouts.record": gettext_lazy("Sealed information recorded"),
    "case.part.add": gettext_lazy("Information added"),
    "case.part.edit": gettext_lazy("Information corrected"),
    "case.part.withdraw": gettext_lazy("Information withdrawn"),
    "case.file.add": gettext_lazy("File added"),
    "case.file.quarantine": gettext_lazy("File set aside"),
    "case.spellings.merge": gettext_lazy("Spellings merged"),
    "case.spellings.undo": gettext_lazy("A merge of spellings undone"),
    "case.import": gettext_lazy("Imported"),
}


def timeline(history: Iterable[Step]) -> list[dict[str, Any]]:
    """Return the versions of a case as events: title, time, author, and the changes its asker may read."""
    return [_event(version) for version in history]


def _event(version: Step) -> dict[str, Any]:
    return {
        "title": TITLES.get(version.verb, _("Changed")),
        "at": version.at,
        "by": ", ".join(filter(None, (version.person or _("The system"), version.agency))),
        "text": "\n".join(_line(path, change) for path, change in version.changes.items()),
    }


def _line(path: str, change: Mapping[str, Any]) -> str:
    if change.get("sealed"):
        return _("%(field)s: sealed") % {"field": path_label(path)}
    field, part = path.rpartition(".")[2], path.partition(".")[0] if "." in path else ""
    if field == "withdrawn_at":
        return _("%(what)s: withdrawn. %(reason)s") % {"what": many(part), "reason": change.get("source", "")}
    old, new = shown(field, change["from"], part), shown(field, change["to"], part)
    return _("%(field)s: %(old)s → %(new)s") % {"field": path_label(path), "old": old, "new": new}
