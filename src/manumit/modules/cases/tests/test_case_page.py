"""The page of a case shows every noun that its reader may read, and nothing of the others."""

import pytest
from django.utils import timezone

from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.add_person import add_person
from manumit.modules.cases.models import PARTS, CaseEvent
from manumit.modules.cases.pages.part_titles import many
from manumit.spine.access.models import Release

from .parts import BY, EXAMPLES

MARKS = {
    "names": "Moon", "traditional_names": "Little Star", "indian_status": "Enrolled", "tribes": "Stonewater Tribe",
    "features": "A swallow", "belongings": "Silver ring", "biometrics": "Dental", "remains": "Time since death: 3",
    "places": "Crow Agency", "vehicles": "7A 1B2", "phones": "(406) 555-0100", "accounts": "rosa_t",
    "events": "Seen at the store", "offences": "Kidnapping", "behaviours": "Approach con",
    "exploitations": "Debt bondage",
}  # fmt: skip


@pytest.fixture
def whole(case, alice):
    for part, values in EXAMPLES.items():
        add_part(alice, case, part, values, **BY)
    return case


def read(browser, case):
    return browser.get(f"/cases/{case.number}/").content.decode()


def test_every_noun_is_there_and_can_be_corrected(as_person, alice, whole):
    page = read(as_person(alice), whole)
    assert {part: MARKS[part] in page for part in PARTS} == dict.fromkeys(PARTS, True)
    for part in PARTS:
        assert f'<h3 id="{part}">' in page
        assert f'href="/cases/{whole.number}/{part}/' in page
    assert "Nothing recorded yet" not in page


def test_who_may_not_correct_is_offered_nothing_to_correct(as_person, bob, whole):
    page = read(as_person(bob), whole)
    assert "Silver ring" in page
    assert f'href="/cases/{whole.number}/belongings/' not in page


def test_a_group_that_is_not_readable_is_absent_heading_and_all(as_person, sam, charlie, whole):
    for group in ("summary", "people"):
        Release.objects.create(
            kind="case", record_id=whole.pk, agency_id=charlie.agency_id, groups=["summary", group],
            purposes=["investigation"], authority="Agreement", expires_at=timezone.now() + timezone.timedelta(days=1),
            released_by_id=sam.person_id,
        )  # fmt: skip
    page = read(as_person(charlie), whole)
    assert "Silver ring" in page
    for part, model in PARTS.items():
        if model.scoped_through.group != "people":
            assert MARKS[part] not in page
            assert f'id="{part}"' not in page
    for anchor in ("tribal", "narrative", "place", "agencies", "happened"):
        assert f'href="#{anchor}"' not in page


def test_what_nobody_said_is_one_line_and_what_nobody_knows_an_answer(as_person, alice, case):
    add_person(alice, case, {"role": "victim", "given_names": "Ida", "none_known": ["features"]}, **BY)
    page = read(as_person(alice), case)
    assert "Nothing recorded yet: add" in page
    assert "Ida: somebody was asked, and knows of none." in page
    assert '<h3 id="features">' in page
    assert '<h3 id="vehicles">' not in page


def test_ranges_are_drawn_with_their_words_beside(as_person, alice, case):
    tall = {"role": "witness", "given_names": "Ida", "height_min": "62", "height_max": "66", "weight_min": "120"}
    add_person(alice, case, {**tall, "height_certainty": "estimated"}, **BY)
    page = read(as_person(alice), case)
    assert "5&#x27;2&quot; to 5&#x27;6&quot; (157 to 168 cm), Estimated" in page
    assert "120 lb (54 kg)" in page
    assert page.count('class="m-range"') == 3


def test_the_source_of_a_part_stands_with_it(as_person, alice, case):
    add_part(alice, case, "belongings", EXAMPLES["belongings"], source="Coroner's list", certainty="estimated")
    assert "Coroner&#x27;s list" in read(as_person(alice), case)


def test_what_people_write_is_shown_as_text(as_person, alice, case):
    add_part(alice, case, "belongings", {"belonging_kind": "clothing", "description": "<b>x</b>"}, **BY)
    add_part(alice, case, "events", {"event_kind": "other", "title": "<i>y</i>", "place": "<u>z</u>"}, **BY)
    page = read(as_person(alice), case)
    assert not {"<b>x", "<i>y", "<u>z"} & {page[at : at + 4] for at in range(len(page))}


def test_the_timeline_is_newest_first_by_pages(as_person, alice, case):
    rows = [CaseEvent(case=case, title=f"Event {day:03}", event_kind="other", precision="unknown") for day in range(3)]
    dated = [
        CaseEvent(case=case, title=f"Day {n:03}", event_kind="other", precision="day", earliest_on=day, latest_on=day)
        for n, day in ((n, f"2024-01-{n % 28 + 1:02}") for n in range(250))
    ]
    CaseEvent.unscoped.bulk_create([*rows, *dated])
    browser, seen, address = as_person(alice), [], f"/cases/{case.number}/timeline/"
    while address:
        page = browser.get(address)
        titles = [part.split("<")[0] for part in page.content.decode().split('m-timeline__title">')[1:]]
        seen += titles
        address = f"/cases/{case.number}/timeline/{page.context['older']}" if page.context["older"] else ""
    assert len(seen) == len(set(seen)) == 253
    assert seen[-3:] == ["Event 002", "Event 001", "Event 000"]
    dates = [n % 28 for n in (int(title[4:]) for title in seen[:-3])]
    assert dates == sorted(dates, reverse=True)
    assert browser.get(f"/cases/{case.number}/timeline/?after=999999999").status_code == 404
    assert "Whole timeline" in read(browser, case)


def test_every_part_has_a_title_of_its_own():
    assert not [part for part in PARTS if many(part) == part.replace("_", " ") or not many(part)]
