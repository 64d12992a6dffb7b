"""Work on a case by page: every verb, for its own agency, and nothing for who may not know of the case."""

import re
from dataclasses import replace
from datetime import timedelta

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from manumit.spine.identity.models import Membership
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.clocks.published import BY_NAME
from manumit.spine.workflow.models import (
    Approval,
    CalendarFeed,
    ClockSetting,
    Flag,
    Note,
    Notice,
    RecordLink,
    RunningClock,
    Task,
    Watch,
)

TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(days=1)


def day(name: str, value) -> dict[str, object]:
    """Return a memorable date as the browser posts it."""
    return {f"{name}_0": value.month, f"{name}_1": value.day, f"{name}_2": value.year}


def token_in(page: str) -> str:
    """Return the secret part of the calendar's address on a page."""
    found = re.search(r"/calendar/([\w-]{43})/feed.ics", page)
    assert found
    return found[1]


@pytest.fixture
def at_work(case, alice, as_person):
    """Post a verb beside the case as Alice; returns the work page that follows, or the refused form."""
    browser = as_person(alice)

    def post(verb: str, answers: dict[str, object]):
        address = f"/work/case/{case.number}/{verb}/" if "/" not in verb else f"/{verb}/"
        return browser.post(address, answers, follow=True)

    post.browser = browser
    return post


def test_each_verb_by_page(at_work, a_case, alice, sam, as_person):
    other, me = a_case(), Membership.objects.get(person=alice.person_id)
    now = timezone.now()
    start = {"clock": "ncic_entry", **day("day", now.date()), "hour": now.strftime("%H:%M"), "zone": "UTC"}
    at_work("clocks", start)
    at_work("tasks", {"title": "Call the mother", "assignee": me.pk, **day("due_on", TOMORROW), "detail": "Softly"})
    at_work("notes", {"text": "Blue truck", "source": "A neighbour"})
    at_work("approvals", {"question": "May we search?", "role": "supervisor"})
    at_work("flags", {"text": "Armed", **day("ends_on", TOMORROW)})
    at_work("watch", day("ends_on", TOMORROW))
    linked = {"number": other.number.lower(), "link_type": "same_way", "basis": "Same road", "source": "Analyst"}
    page = at_work("links", linked)
    for shown in ("NCIC", "Call the mother", "Blue truck", "May we search?", "Armed", "Same road", other.number):
        assert shown in page.content.decode()
    rows = [model.objects.visible_to(alice).get() for model in (RunningClock, Task, Note, Flag, Watch, RecordLink)]
    clock, task, note, flag, watch, link = rows
    at_work(f"clocks/{clock.pk}/pause", {"because": "System down"})
    at_work(f"clocks/{clock.pk}/resume", {})
    at_work(f"clocks/{clock.pk}/stop", {"ending": "met", "because": ""})
    at_work(f"tasks/{task.pk}/reassign", {"assignee": me.pk, **day("due_on", TODAY)})
    at_work(f"tasks/{task.pk}/finish", {"result": "Nothing new"})
    at_work(f"notes/{note.pk}/correct", {"text": "Green truck", "source": "A neighbour"})
    at_work(f"flags/{flag.pk}/lower", {"because": "Not so"})
    at_work(f"watches/{watch.pk}/end", {})
    page = at_work(f"links/{link.pk}/end", {"because": "Other road"})
    for shown in ("Nothing new", "Green truck", "Blue truck", "corrected since", "Other road"):
        assert shown in page.content.decode()
    asked = Approval.objects.visible_to(alice).get()
    as_person(sam).post(f"/approvals/{asked.pk}/", {"answer": "approved", "words": ""})
    assert Approval.objects.visible_to(alice).get().answer == "approved"
    assert "Your request for approval was decided" in at_work.browser.get("/notices/").content.decode()


def test_a_refusal_stays_with_the_form(at_work, case):
    absent = at_work("links", {"number": "C-0000-000", "link_type": "same_way", "basis": "x", "source": "y"})
    assert absent.status_code == 422
    assert "There is no record of that number that you may see." in absent.content.decode()
    assert at_work("flags", {"text": "Armed", **day("ends_on", TODAY - timedelta(days=1))}).status_code == 422


def test_for_a_stranger_there_is_nothing(case, alice, charlie, as_person):
    task = give_task(alice, case, title="x", assignee=Membership.objects.get(person=alice.person_id))
    browser = as_person(charlie)
    for address in (f"work/case/{case.number}/", f"work/case/{case.number}/tasks/", f"tasks/{task.pk}/finish/"):
        hidden = browser.get(f"/{address}")
        absent = browser.get(f"/{address.replace(case.number, 'C-0000-000').replace(str(task.pk), '999999')}")
        assert (hidden.status_code, absent.status_code) == (404, 404)
    for kind in ("agency", "nonsense", "membership"):
        assert browser.get(f"/work/{kind}/1/").status_code == 404
    assert case.number not in browser.get("/work/").content.decode()


def test_an_analyst_reads_and_keeps_work_an_auditor_none(case, alice, bob, as_person):
    give_task(alice, case, title="Call the mother", assignee=Membership.objects.get(person=alice.person_id))
    assert "Call the mother" in as_person(bob).get("/work/").content.decode()


def test_a_notice_opens_what_it_is_about_once(case, alice, bob, as_person):
    give_task(alice, case, title="x", assignee=Membership.objects.get(person=bob.person_id))
    browser, notice = as_person(bob), Notice.objects.visible_to(bob).get()
    assert browser.get(f"/notices/{notice.pk}/").status_code == 405, "looking at an address changes nothing"
    assert browser.post(f"/notices/{notice.pk}/").url == f"/work/case/{case.number}/"
    assert Notice.objects.visible_to(bob).get().seen_at
    assert as_person(alice).post(f"/notices/{notice.pk}/").status_code == 404
    wishes = dict.fromkeys(("task_given",), "never")
    assert browser.post("/notices/mail/", wishes).status_code == 422, "each event is answered"
    assert browser.post("/notices/seen/").status_code == 302


def test_a_calendar_says_number_and_day_and_no_more(case, alice, as_person):
    browser = as_person(alice)
    start_clock(alice, case, BY_NAME["ncic_entry"])
    mine = Membership.objects.get(person=alice.person_id)
    give_task(alice, case, title="Call the mother of Rosa", assignee=mine, due_on=TOMORROW)
    shown = browser.post("/calendar/new/").content.decode()
    token = token_in(shown)
    answer = Client().get(f"/calendar/{token}/feed.ics")
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [f"Case {case.number}"] * 2
    text = answer.content.decode()
    assert [secret for secret in ("mother", "Rosa", "NCIC", "Alice", "Stonewater", "Tallgrass") if secret in text] == []
    assert answer["Cache-Control"] == "private, no-store"
    again = browser.post("/calendar/new/")
    assert again.status_code == 200
    assert Client().get(f"/calendar/{token}/feed.ics").status_code == 404, "a new address stops the old"
    browser.post("/calendar/revoke/")
    assert not CalendarFeed.objects.filter(revoked_at=None).exists()
    assert not CalendarFeed.objects.filter(token_hash=token).exists(), "only the hash is kept"


def test_a_feed_ends_with_its_person(case, alice, as_person):
    start_clock(alice, case, BY_NAME["ncic_entry"])
    shown = as_person(alice).post("/calendar/new/").content.decode()
    token = token_in(shown)
    Membership.objects.filter(person=alice.person_id).update(active=False)
    assert Client().get(f"/calendar/{token}/feed.ics").status_code == 404


def test_an_administrator_sets_a_limit_by_page(case, alice, as_person):
    answers = {"amount": 45, "unit": "days", "citation": "General order 7", **day("effective_on", TODAY)}
    assert as_person(alice).post("/clocks/ncic_update/set/", answers).status_code == 403
    Membership.objects.filter(person=alice.person_id).update(roles=["administrator"])
    browser = as_person(replace(alice, purpose="records"))
    assert browser.post("/clocks/ncic_update/set/", answers).status_code == 302
    assert ClockSetting.objects.get().citation == "General order 7"
    assert "45 days" in browser.get("/clocks/").content.decode()


def test_programs_do_the_same(case, a_case, alice, charlie, as_person):
    browser, other = as_person(alice), a_case()
    browser.get("/")
    root, mine = f"/api/v1/work/case/{case.number}", Membership.objects.get(person=alice.person_id)
    browser.cookies["csrftoken"] = "x" * 32
    said = {
        "notes": {"text": "Blue truck"},
        "tasks": {"title": "Call", "assignee": mine.pk, "due_on": TOMORROW.isoformat()},
        "clocks": {"clock": "ncic_entry", "started_at": timezone.now().isoformat()},
        "flags": {"text": "Armed", "ends_on": TOMORROW.isoformat()},
        "links": {"number": other.number, "link_type": "same_way", "basis": "x", "source": "y"},
    }
    for noun, body in said.items():
        answer = browser.post(f"{root}/{noun}", body, content_type="application/json")
        assert answer.status_code == 201, answer.content
    work = browser.get(root).json()
    assert {noun: len(rows) for noun, rows in work.items()} == {
        "clocks": 1, "tasks": 1, "notes": 1, "approvals": 0, "flags": 1, "links": 1,
    }  # fmt: skip
    assert work["links"][0]["number"] == other.number
    twice = browser.post(f"{root}/links", said["links"], content_type="application/json")
    assert (twice.status_code, twice.json()["reasons"]) == (409, ["Your agency has joined them so already."])
    done = f"/api/v1/work/tasks/{work['tasks'][0]['id']}/finish"
    assert as_person(charlie).post(done, {"result": "x"}, content_type="application/json").status_code == 404
    assert browser.post(done, {"result": "Done"}, content_type="application/json").status_code == 200
    assert [line["thing"] for line in browser.get("/api/v1/work/").json()["lines"]] == ["clock"]
    assert as_person(charlie).get(root).content == as_person(charlie).get(root.replace(case.number, "C-0-0")).content
