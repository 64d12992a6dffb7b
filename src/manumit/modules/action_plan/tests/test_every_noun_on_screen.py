"""Every record of the plan and every part of a partnership is entered and corrected on screen, one version at a time.

Sia keeps the secretariat; Cora, a contact, reads; Charlie, a stranger, finds nothing.
"""

from datetime import date

import pytest

from manumit.modules.action_plan.actions.begin_partnership import begin_partnership
from manumit.modules.action_plan.models import Commitment, Partnership, Plan, PriorityAction, Recommendation
from manumit.modules.action_plan.nouns import NOUNS, of_kind
from manumit.spine.records.models import RecordHistory

YEARS = {f"targets_{year}": year - 2015 for year in range(2024, 2027)}
ANSWERS = {
    "pillars": {"title": "Crosscutting approaches", "pillar": "partnerships", "position": "4"},
    "principles": {"number": "4.1", "text": "Strengthen coordination"},
    "actions": {"number": "4.1.1", "text": "State will ask survivors.", "leads": "State, DOL", "supporting": "",
                "timeline": "within 180 days"},
    "groups": {"title": "Screening forms", "chair": "DOL", "members": "DOL, DHS"},
    "meetings": {"title": "Spring meeting", "held_on": "2026-03-02", "minutes": "Long."},
    "decisions": {"text": "Share the forms", "commitment_number": ""},
    "reports": {"title": "Annual report", "year": "2025", "url": "https://example.org/report"},
    "objectives": {"pillar": "protection", "text": "Shelters in each region"},
    "activities": {"side": "partner", "text": "Open two shelters", "due_on": "2025-06-30"},
    "indicators": {"title": "Children in care", "baseline": "3", **YEARS},
    "contributions": {"side": "us", "contribution_form": "cash", "year": "2025", "planned": "1000000.00"},
    "dialogues": {"held_on": "2025-05-01", "decisions": "More shelters"},
    "amendments": {"signed_on": "2025-09-01", "text": "One year more", "ends_on": "2026-06-30"},
}  # fmt: skip
CHOOSES = {"principles": "pillar", "actions": "principle", "decisions": "meeting", "activities": "objective",
           "dialogues": "indicators"}  # fmt: skip


@pytest.fixture
def partnership(sia) -> Partnership:
    values = {"partnership_kind": "p2p", "country": "Examplia", "objectives": "Protect children.",
              "begins_on": date(2024, 1, 1), "ends_on": date(2026, 3, 31)}  # fmt: skip
    return begin_partnership(sia, values, source="The compact")


@pytest.fixture
def home(plan, partnership):
    places = {"plan": f"/plan/plans/{plan.number}/", "partnership": f"/plan/partnerships/{partnership.number}/"}
    return lambda noun: places[NOUNS[noun].kind]


@pytest.fixture
def entered(as_person, sia, home):
    """Enter a noun on screen, first those it chooses from, and return the page that answers."""
    browser = as_person(sia)

    def enter(name: str, **changed):
        noun, chosen = NOUNS[name], {}
        if name in CHOOSES:
            needed = noun.rows[CHOOSES[name]]
            if not NOUNS[needed].model.unscoped.exists():
                enter(needed)
            chosen = {CHOOSES[name]: NOUNS[needed].model.unscoped.get().pk}
        sent = {"version": "1", "source": "Page 12", **ANSWERS[name], **chosen, **changed}
        return browser.post(f"{home(name)}{name}/add/", sent, follow=True)

    return enter


@pytest.mark.parametrize("name", NOUNS)
def test_each_noun_is_entered_and_shown_and_its_source_kept(entered, name, home, as_person, cora, charlie) -> None:
    page = entered(name)
    assert page.status_code == 200, page.context["form"].errors
    assert page.request["PATH_INFO"] == home(name)
    row = NOUNS[name].model.unscoped.get()
    shown = str(
        ANSWERS[name].get("text") or ANSWERS[name].get("title") or ANSWERS[name].get("decisions") or "1000000.00"
    )
    assert shown in as_person(cora).get(home(name)).content.decode()
    assert as_person(cora).get(f"{home(name)}{name}/add/").status_code == 403
    assert as_person(charlie).get(f"{home(name)}{name}/add/").status_code == 404
    step = RecordHistory.objects.order_by("-id").first()
    assert {path.split(".")[1] for path in step.changes} == {str(row.pk)}
    assert {change["source"] for change in step.changes.values()} == {"Page 12"}


EDITS = {
    "pillars": {"title": "Institutions"}, "groups": {"remit": "Forms"}, "meetings": {"title": "Summer"},
    "decisions": {"text": "Share all"}, "reports": {"year": "2026"}, "objectives": {"text": "Care"},
    "activities": {"done_on": "2025-06-01", "result": "40 children live there"}, "indicators": {"actuals_2024": "11"},
    "contributions": {"actual": "900000.00"}, "dialogues": {"decisions": "Fewer"}, "actions": {"leads": "State"},
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_each_noun_is_corrected_one_version_at_a_time(entered, name, home, as_person, sia) -> None:
    entered(name)
    row, browser = NOUNS[name].model.unscoped.get(), as_person(sia)
    path = f"{home(name)}{name}/{row.pk}/"
    form = browser.get(path).context["form"]
    sent = {each.name: each.value() if each.value() is not None else "" for each in form}
    sent = {key: ", ".join(value) if isinstance(value, list) and value and isinstance(value[0], str) else value
            for key, value in sent.items()} | {"source": "A correction"}  # fmt: skip
    assert b"Nothing to save" in browser.post(path, sent).content
    assert browser.post(path, sent | EDITS[name]).status_code == 302
    stale = browser.post(path, sent | EDITS[name] | {"source": "Somebody slower"})
    assert stale.status_code == 422
    again = dict.fromkeys(EDITS[name], "")
    assert browser.post(path, sent | again).status_code == 422, "an old version, or an empty answer"


def test_what_a_plan_words_is_asked_once_and_its_day_computed(entered, home, as_person, sia) -> None:
    entered("actions")
    action = PriorityAction.unscoped.get()
    assert action.due_on == date(2022, 6, 1)
    browser = as_person(sia)
    form = browser.get(f"{home('actions')}actions/{action.pk}/").context["form"]
    assert not {"text", "number", "timeline"} & set(form.fields)
    assert "State will ask survivors." in browser.get(f"{home('actions')}actions/{action.pk}/").content.decode()


@pytest.mark.parametrize(
    ("name", "changed", "field"),
    [
        ("actions", {"text": ""}, "text"),
        ("pillars", {"pillar": "nonsense"}, "pillar"),
        ("meetings", {"held_on": "someday"}, "held_on"),
        ("decisions", {"commitment_number": "7"}, "commitment_number"),
        ("reports", {"url": "javascript:alert(1)"}, "url"),
        ("indicators", {"targets_2025": ""}, "targets_2025"),
        ("contributions", {"year": "2031"}, "year"),
        ("contributions", {"planned": "-5"}, "planned"),
        ("activities", {"done_on": "2025-01-01"}, "result"),
        ("dialogues", {"indicators": []}, "__all__"),
        ("dialogues", {"held_on": "2029-01-01"}, "held_on"),
        ("dialogues", {"held_on": "2026-02-01"}, "__all__"),
        ("amendments", {"ends_on": "2031-01-01"}, "ends_on"),
        ("amendments", {"ends_on": "2023-01-01"}, "ends_on"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_with_the_fix(entered, name, changed, field) -> None:
    page = entered(name, **changed)
    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert not NOUNS[name].model.unscoped.exists()


def test_an_action_is_there_once(entered) -> None:
    entered("actions")
    assert "number" in entered("actions").context["form"].errors


def test_an_amendment_moves_the_last_day_and_needs_targets_for_the_year_it_adds(entered, partnership) -> None:
    entered("indicators")
    refused = entered("amendments", ends_on="2027-12-31")
    assert "target for every year" in str(refused.context["form"].errors)
    entered("amendments", ends_on="2026-12-31")
    partnership.refresh_from_db()
    amendment = NOUNS["amendments"].model.unscoped.get()
    assert (partnership.ends_on, amendment.ended_on) == (date(2026, 12, 31), date(2026, 3, 31))


def test_a_closed_partnership_changes_no_more(entered, partnership, as_person, sia, home) -> None:
    entered("contributions", year="2026", actual="1")
    browser, place = as_person(sia), home("contributions")
    lasting = {"partnership_kind": "p2p", "country": "Examplia", "objectives": "Protect.", "source": "The ministry"}
    partnership.refresh_from_db()
    browser.post(f"{place}correct/", {**lasting, "sustainability_plan": "The ministry pays.",
                                      "version": partnership.version})  # fmt: skip
    partnership.refresh_from_db()
    assert browser.post(f"{place}close/", {"words": "Done.", "version": partnership.version}).status_code == 302
    assert "nothing of it changes" in str(entered("contributions").context["form"].errors)


def test_records_are_entered_and_corrected(as_person, sia, cora, dan, plan) -> None:
    browser = as_person(sia)
    page = browser.post("/plan/plans/new/", {"title": "Plan of 2030", "comment_days": "5", "version": "0",
                                             "source": "It"}, follow=True)  # fmt: skip
    assert page.status_code == 200, page.context["form"].errors
    assert Plan.unscoped.filter(title="Plan of 2030").exists()
    filed = {"agency_code": "DOL", "verb": "train", "thing": "inspectors", "title": "Train inspectors", "pillar": "",
             "plan": plan.pk, "due_on": "2030-01-01", "version": "0", "source": "Sheet", "counted_by": ""}  # fmt: skip
    page = browser.post("/plan/commitments/new/", filed, follow=True)
    assert page.status_code == 200, page.context["form"].errors
    made = Commitment.unscoped.get()
    assert (made.owner_id, made.plan_id) == (cora.agency_id, plan.pk)
    corrected = {"title": "Train 40 inspectors", "target": "40", "counted_by": "evidence", "version": "1",
                 "source": "The agency", "plan": plan.pk, "pillar": "prevention"}  # fmt: skip
    page = browser.post(f"/plan/commitments/{made.number}/correct/", corrected, follow=True)
    assert page.status_code == 200, page.context["form"].errors
    assert Commitment.unscoped.get().target == 40
    told = {"body": "The council", "item": "1", "text": "Pay survivors.", "agency_code": "DOL, DHS", "plan": "",
            "made_on": "2026-01-02", "version": "0", "source": "Its report"}  # fmt: skip
    page = browser.post("/plan/recommendations/new/", told, follow=True)
    assert page.status_code == 200, page.context["form"].errors
    assert {each.agency_code for each in Recommendation.unscoped.all()} == {"DOL", "DHS"}
    first = Recommendation.unscoped.first()
    followed = {"status": "in_progress", "commitment_number": made.number, "version": "1", "source": "The agency"}
    browser.post(f"/plan/recommendations/{first.number}/correct/", followed)
    assert made.number.encode() in browser.get("/plan/recommendations/").content
    begun = {"partnership_kind": "cpc", "country": "Examplia", "begins_on": "2025-01-01", "ends_on": "2024-01-01",
             "objectives": "Protect.", "version": "0", "source": "The compact"}  # fmt: skip
    assert "ends_on" in browser.post("/plan/partnerships/new/", begun).context["form"].errors
    assert browser.post("/plan/partnerships/new/", begun | {"ends_on": "2027-01-01"}).status_code == 302
    assert as_person(cora).get(f"/plan/commitments/{made.number}/correct/").status_code == 403


def test_every_table_line_names_fields_of_its_model() -> None:
    for noun in NOUNS.values():
        columns = {field.name for field in noun.model._meta.concrete_fields}
        assert set(noun.fields) <= columns
        assert set(noun.rows) | noun.years | noun.locked <= set(noun.fields)
        assert set(noun.rows.values()) <= {each.name for each in of_kind(noun.kind)}
