"""Forms render as USWDS fields with their hints and errors tied to them."""

from datetime import date

import pytest
from django import forms

from manumit.spine.ui.forms import Form, MemorableDateField, VersionedForm


class Report(Form):
    name = forms.CharField(label="Family name", help_text="As spelled.")
    seen_on = MemorableDateField(label="Date last seen")
    kind = forms.ChoiceField(label="Kind", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)


def posted(month: str, day: str, year: str, **more: str) -> Report:
    return Report({"seen_on_0": month, "seen_on_1": day, "seen_on_2": year, **more})


def test_a_field_has_label_hint_and_class() -> None:
    html = str(Report())
    assert '<label class="usa-label m-label" for="id_name">Family name' in html
    assert 'id="id_name-hint">As spelled.' in html
    assert 'class="usa-input" aria-describedby="id_name-hint"' in html or 'aria-describedby="id_name-hint"' in html


def test_an_error_is_tied_to_its_field_and_says_which() -> None:
    html = str(posted("", "", ""))
    assert 'aria-describedby="id_name-hint id_name-error"' in html
    assert "Enter an answer for “Family name”." in html


def test_an_error_in_a_group_leads_to_its_first_control() -> None:
    form = posted("", "", "")
    assert form["kind"].focus_id == "id_kind_0"
    assert form["seen_on"].focus_id == "id_seen_on_0"
    assert 'id="id_kind_0"' in str(form)
    assert 'id="id_seen_on_0"' in str(form)


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert "(optional)" in str(Report()["note"].as_field_group())
    assert "(optional)" not in str(Report()["name"].as_field_group())


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (("", "3", "2026"), "Date last seen needs a month."),
        (("2", "", ""), "Date last seen needs a day, year."),
        (("2", "31", "2026"), "Date last seen is not a date of the calendar."),
        (("2", "x", "2026"), "Date last seen is not a date of the calendar."),
    ],
)
def test_a_wrong_date_says_what_is_wrong(parts: tuple[str, str, str], says: str) -> None:
    assert posted(*parts).errors["seen_on"][0].startswith(says)


def test_a_whole_date_is_a_date() -> None:
    form = posted("2", "28", "2026", name="A", kind="a")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["seen_on"] == date(2026, 2, 28)


def test_a_date_shown_again_keeps_its_parts() -> None:
    html = str(Report(initial={"seen_on": date(2026, 3, 4)})["seen_on"])
    assert '<option value="3" selected>March</option>' in html
    assert 'value="4"' in html


def test_a_versioned_form_carries_its_version_and_refuses_to_lose_it() -> None:
    assert '<input type="hidden" name="version" value="7"' in str(VersionedForm(initial={"version": 7}))
    assert VersionedForm({}).errors["version"] == ["The form has lost its version. Open the page again."]


def test_the_error_summary_links_to_the_fields(client) -> None:
    html = client.get("/style-guide/").content.decode()
    assert '<a href="#id_wrong-name">Enter an answer for “Family name”.</a>' in html
    assert '<a href="#id_wrong-seen_on_0">Date last seen is not a date of the calendar.' in html
