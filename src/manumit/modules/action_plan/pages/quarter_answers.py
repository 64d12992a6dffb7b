"""What was answered on the quarter's page: what is new is kept, what is wrong or met another's words is said."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ..models import Commitment
from .forms import ReportForm
from .quarter_lines import FIELDS

Answers = dict[Commitment, dict[str, Any]]


def answers_of(posted: Mapping[str, str], lines: list[dict[str, Any]]) -> Answers:
    """Return what was newly answered, by commitment; write what is wrong and what was typed into the lines."""
    found: Answers = {}
    for line in lines:
        prefix = line["commitment"].number
        if f"{prefix}-public_text" not in posted:
            continue
        form = ReportForm(posted, prefix=prefix)
        line["errors"] = _wrong(line, form)
        if not line["errors"] and _differs(line, form):
            found[line["commitment"]] = form.cleaned_data
        if line["open"]:
            line["values"] = {name: posted.get(form.add_prefix(name), "") for name in FIELDS}
    return found


def _wrong(line: Mapping[str, Any], form: ReportForm) -> dict[str, str]:
    """Return what is wrong with an answer by field: of its own, or because the report was changed meanwhile."""
    if not form.is_valid():
        return {name: " ".join(map(str, errors)) for name, errors in form.errors.items()}
    report = line["report"]
    if report is None or not _differs(line, form):
        return {}
    if not line["open"]:
        words = form.cleaned_data["public_text"]
        return {"public_text": _("It was handed on meanwhile and stands as below. Your words: %(words)s")
                % {"words": words}}  # fmt: skip
    if not form.answered:
        return {"public_text": _("A draft stands here already: write what it shall say instead.")}
    if form.cleaned_data["version"] != report.version:
        said = {"status": report.get_status_display(), "words": report.public_text}
        return {"public_text": _("Somebody saved another draft meanwhile (%(status)s): “%(words)s” Save again to put "
                                 "yours in its place.") % said}  # fmt: skip
    return {}


def _differs(line: Mapping[str, Any], form: ReportForm) -> bool:
    """Say whether something else was sent than stands: another's untouched draft stays theirs."""
    return any(str(form.cleaned_data[name] or "") != standing for name, standing in line["values"].items())
