"""The living style guide: every component, in the language chosen. Only in demonstrations and while developing."""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.routes import open_to_all

from ..forms import Form, MemorableDateField, TextField, YesNoUnknownField
from ..screen import render

SEEN_AT = datetime(2026, 3, 4, 17, 5, tzinfo=UTC)


class SampleForm(Form):
    """One field of each kind."""

    name = TextField(
        label=_("Family name"), help_text=_("As the reporting person spells it."), width="usa-input--medium"
    )
    seen_on = MemorableDateField(label=_("Date last seen"), help_text=_("For example: April 28, 2024"))
    state = forms.ChoiceField(
        label=_("State of the case"), choices=[("", _("Choose")), ("active", _("Active")), ("cold", _("Cold"))]
    )
    tribal_land = YesNoUnknownField(label=_("Last seen on Tribal land?"))
    told = forms.MultipleChoiceField(
        label=_("Who has been told"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("family", _("Family")), ("nation", _("The nation")), ("bureau", _("Bureau of Indian Affairs"))],
    )
    story = forms.CharField(label=_("Circumstances"), required=False, widget=forms.Textarea)
    sure = forms.BooleanField(label=_("I have checked these facts against the report"))


@open_to_all("shows invented samples only, and exists only in demonstrations")
def style_guide(request: HttpRequest) -> HttpResponse:
    """Show every component with invented content."""
    fresh = SampleForm(initial={"seen_on": date(2026, 3, 2), "name": "Ashkii"}, prefix="fresh")
    wrong = SampleForm({"wrong-seen_on_0": "2", "wrong-seen_on_1": "31", "wrong-seen_on_2": "2026"}, prefix="wrong")
    return render(request, "ui/style_guide.html", {"fresh": fresh, "wrong": wrong, **_samples()})


def _samples() -> dict[str, Any]:
    return {
        "at": SEEN_AT,
        "chips": [
            {"name": _("State"), "value": _("Active"), "href": "?type=missing"},
            {"name": _("Type"), "value": _("Missing person"), "href": "?state=active"},
        ],
        "trail": [{"title": _("Home"), "href": "/"}, {"title": _("Cases"), "href": "/style-guide/"}],
        "events": _events(),
        "facts": _facts(),
        "steps": _steps(),
        "tasks": _tasks(),
        "clashes": [
            {"field": "place", "title": _("City last seen"), "theirs": "Farmington", "yours": "Shiprock"},
            {"field": "age", "title": _("Age when last seen"), "theirs": "17", "yours": ""},
        ],
        "tones": [
            ("plain", _("Intake")),
            ("info", _("Active")),
            ("good", _("Resolved")),
            ("warn", _("Suspended")),
            ("bad", _("Overdue")),
        ],
    }


def _events() -> list[dict[str, Any]]:
    by = "J. Tso, Red Mesa Police"
    return [
        {"title": _("Moved to active"), "at": SEEN_AT, "by": by, "text": _("Search party met at the chapter house.")},
        {"title": _("Case opened"), "at": datetime(2026, 3, 2, 8, 30, tzinfo=UTC), "by": by, "text": ""},
    ]


def _facts() -> list[dict[str, Any]]:
    return [
        {"name": _("Name"), "value": "Ashkii Łíí\u2019", "href": "#facts"},
        {"name": _("Last seen"), "value": "Farmington, NM", "note": _("Said by a relative on March 2; estimated.")},
        {"name": _("Height"), "value": ""},
    ]


def _steps() -> list[dict[str, Any]]:
    return [
        {"title": _("Person"), "state": "done"},
        {"title": _("Last seen"), "state": "now"},
        {"title": _("Agencies"), "state": ""},
        {"title": _("Check and open"), "state": ""},
    ]


def _tasks() -> list[dict[str, Any]]:
    return [
        {"title": _("Person"), "href": "#tasks", "state": _("Done"), "tone": "good"},
        {
            "title": _("Last seen"),
            "href": "#tasks",
            "state": _("Started"),
            "tone": "info",
            "hint": _("Place is missing"),
        },
        {"title": _("Check and open"), "href": "", "state": _("Cannot start yet"), "tone": "plain"},
    ]
