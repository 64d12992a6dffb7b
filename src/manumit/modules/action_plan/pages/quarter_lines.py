"""The lines of the quarter's page, written out: a compact line each, with what most answers need in sight.

Status and text are asked of every commitment; why a delay, until when, and what is for the task force only open under
them. As template nodes they cost twenty times what they cost here. Every value goes through `escape`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..choices import Status, UpdateState
from .forms import STATUSES, ReportForm

Line = Mapping[str, Any]
"""`commitment`, its `report` or None, whether it is `open`, `values` and `errors` by field."""

SECTION = (
    '<section class="m-panel p-line" id="{number}"><h2 class="m-panel__title"><a href="{href}">{title}</a></h2>\n'
    '<p class="m-quiet">{number} · {due}{status}</p>\n{body}</section>\n'
)
FIELD = (
    '<div class="p-answer__{name}"><label class="usa-label" for="{number}-{name}">{label}'
    '<span class="usa-sr-only"> \N{EN DASH} {title}</span></label>{error}{control}</div>'
)
ERROR = '<span class="usa-error-message" id="{0}-error">{1}</span>'
FAULTY = ' aria-invalid="true" aria-describedby="{0}-error"'
CONTROLS = {
    "status": '<select class="usa-select" id="{0}" name="{0}"{2}>{1}</select>',
    "public_text": '<textarea class="usa-textarea" rows="3" maxlength="4000" id="{0}" name="{0}"{2}>\n{1}</textarea>',
    "reason": '<input class="usa-input" maxlength="1000" id="{0}" name="{0}" value="{1}"{2}>',
    "new_due_on": '<input class="usa-input" type="date" id="{0}" name="{0}" value="{1}"{2}>',
    "internal_text": '<textarea class="usa-textarea" rows="2" maxlength="4000" id="{0}" name="{0}"{2}>\n{1}</textarea>',
}
"""How each field is asked for, in the order of the page: its id, what stands in it, what marks it as faulty."""
FIELDS = tuple(CONTROLS)
ASKED_OF_ALL = ("status", "public_text")
MORE = tuple(name for name in FIELDS if name not in ASKED_OF_ALL)
VERSION = '<input type="hidden" name="{0}-version" value="{1}">'
ANSWER = (
    '<div class="p-answer">{asked}</div><details class="p-more"{opened}><summary>{label}<span class="usa-sr-only">'
    ' \N{EN DASH} {title}</span></summary><div class="p-answer">{more}</div></details>{version}\n'
)
REPORTED = '<p><a href="{}">{}</a> <span class="m-status">{}</span></p><p>{}</p>'
DAY = '<time datetime="{}">{}</time>'


def drawn(lines: Iterable[Line]) -> SafeString:
    """Return a section for each line: a form while its report may be written, else the report."""
    labels = {name: escape(str(ReportForm.base_fields[name].label)) for name in CONTROLS}
    labels["more"] = escape(_("If delayed, or for the task force only"))
    line = _line_drawer(labels, escape(_("due")))
    return mark_safe("".join(map(line, lines)))  # noqa: S308 - every value was escaped here


def _line_drawer(labels: Mapping[str, str], due: str) -> Callable[[Line], str]:
    """Return what draws a line, with all that is the same for each line looked up, and translated, once."""
    day, commitment, report = lru_cache(maxsize=None)(_day), _addresses("commitment"), _addresses("report")
    statuses = {value: escape(str(label)) for value, label in Status.choices}

    def line(line: Line) -> str:
        record = line["commitment"]
        number, title = escape(record.number), escape(record.title)
        return SECTION.format(
            number=number,
            href=commitment(record.number),
            title=title,
            due=f"{due} {day(record.due_on)} · " if record.due_on else "",
            status=statuses[record.status],
            body=_form(line, number, title, labels) if line["open"] else _report(line, statuses, report),
        )

    return line


def _addresses(name: str) -> Callable[[str], str]:
    """Return what tells the address of a record's page by its number; looked up for all of them at once."""
    begins, ends = reverse(f"action_plan:{name}", args=["NUMBER"]).split("NUMBER")
    return lambda number: escape(f"{begins}{number}{ends}")


def _form(line: Line, number: str, title: str, labels: Mapping[str, str]) -> str:
    values, errors, report = line["values"], line["errors"], line["report"]
    fields = {
        name: FIELD.format(
            name=name, number=number, label=labels[name], title=title, **_control(number, name, values[name], errors)
        )
        for name in CONTROLS
    }
    return ANSWER.format(
        asked="".join(fields[name] for name in ASKED_OF_ALL),
        more="".join(fields[name] for name in MORE),
        opened=" open" if _says_more(values, errors) else "",
        label=labels["more"],
        title=title,
        version=VERSION.format(number, report.version) if report else "",
    )


def _says_more(values: Mapping[str, str], errors: Mapping[str, str]) -> bool:
    """Say whether something stands, is missing or is wrong in what is folded away."""
    return values["status"] == Status.DELAYED or any(values[name] or name in errors for name in MORE)


def _control(number: str, name: str, value: str, errors: Mapping[str, str]) -> dict[str, str]:
    """Return the control of a field with what stands in it, and what is wrong with that."""
    key, error = f"{number}-{name}", errors.get(name)
    inside = _options(value) if name == "status" else escape(value)
    control = CONTROLS[name].format(key, inside, FAULTY.format(key) if error else "")
    return {"control": control, "error": ERROR.format(key, escape(error)) if error else ""}


def _report(line: Line, statuses: Mapping[str, str], address: Callable[[str], str]) -> str:
    report, error = line["report"], line["errors"].get("public_text")
    state, said = escape(UpdateState(report.state).label), escape(report.public_text)
    told = ERROR.format(report.number, escape(error)) if error else ""
    return told + REPORTED.format(address(report.number), statuses[report.status], state, said)


def _options(chosen: str) -> SafeString:
    """Return the options of the status field, drawn once a status and language."""
    return _drawn_options(chosen, get_language() or "en")


@lru_cache(maxsize=64)
def _drawn_options(chosen: str, language: str) -> SafeString:
    mark = {chosen: mark_safe(" selected")}
    rows = ((value, mark.get(value, ""), label) for value, label in (("", "—"), *STATUSES))
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


def _day(value: date) -> str:
    return DAY.format(value.isoformat(), escape(formats.date_format(value, "DATE_FORMAT")))
