"""Remains find a missing person and an examiner is asked; a plate links two agencies blindly; keys judge and undo."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.cases.models import Case
from manumit.modules.links.jobs import find_links
from manumit.modules.links.models import Candidate, Judgement
from manumit.modules.suspects.actions.add_part import add_part as add_to_suspect
from manumit.modules.suspects.actions.open_suspect import Opening, open_suspect
from manumit.modules.suspects.models import Suspect
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency
from manumit.spine.records import action, change

pytestmark = pytest.mark.browser
MARKS = ("tattoo of a hummingbird and a compass", "tattoo of the letters QVX", "tattoo of a lighthouse")
SAID = {"source": "A test"}
PATIENT_MS = 60_000
"""A busy machine says nothing of two hundred pages: one of them may take long."""
MANY, ERRS = 200, 57
"""How many pairs an analyst judges in one go, and at which one they err."""


def actor_of(officer: Any) -> Actor:
    found = actor_for(officer.membership.pk, Purpose.INVESTIGATION)
    assert found
    return found


def person(actor: Actor, kind: str, role: str, phone: str = "") -> Case:
    """Open a case of one person with marks that few have."""
    facts = {"case_type": kind, "last_seen_precision": "unknown", "last_seen_state": "MT"}
    named = {"given_names": "Nell", "family_name": "Harrow"} if role == "missing" else {}
    who = {"role": role, "sex": "female", "age_min": "20", "age_max": "30", **named}
    case = open_case(actor, Report(facts, source="A test", people=[who]))
    for site, words in zip(("forearm", "neck", "back"), MARKS, strict=True):
        add_part(actor, case, "features", {"feature_kind": "tattoo", "site": site, "description": words}, **SAID)
    if phone:
        add_part(actor, case, "phones", {"use": "called", "number": phone}, **SAID)
    return case


def suspect(actor: Actor, case: Case, name: str) -> Suspect:
    """Open a person of interest who drives one truck, at which others may be pointed."""
    basis = {
        "statement": "Drove the truck", "said_by": "The clerk", "reliability": "usually_reliable",
        "validity": "probable", "known_on": timezone.localdate() - timedelta(days=3),
    }  # fmt: skip
    names = [{"name_type": "legal", "given_names": name, "family_name": "Quill"}]
    made = open_suspect(actor, case, Opening("Drove", "no", basis, source="A test", names=names))
    add_to_suspect(actor, made, "vehicles", {"plate_number": "QVX917", "plate_state": "MT"}, **SAID)
    share(actor, made)
    return made


@action("suspect.edit")
def share(actor: Actor, record: Suspect) -> None:
    """Let others know that something matches."""
    change(record, actor, {"level": "pointer"}, expected_version=record.version, source="A test")
    audit.record(actor, "suspect.edit", kind=record.kind, record_id=record.pk)


def judge(page: Page, verdict: str, reason: str) -> None:
    """Choose and save."""
    page.get_by_text(verdict, exact=True).first.click()
    page.get_by_text(reason, exact=True).click()
    page.get_by_role("button", name="Judge, and show the next").click()


def test_remains_find_a_missing_person_and_an_examiner_is_asked(joins, agency) -> None:
    first, second = joins(agency, Role.INVESTIGATOR), joins(agency, Role.ANALYST, Role.INVESTIGATOR)
    missing = person(actor_of(first), "missing", "missing")
    remains = person(actor_of(first), "unidentified_remains", "decedent_unidentified")
    find_links(kind="case", ids=[missing.pk, remains.pk])
    page = first.goes_to(f"/cases/{remains.number}/")
    page.get_by_role("link", name="Links", exact=True).last.click()
    page.get_by_role("link", name=missing.number).click()
    seen = page.locator("main").inner_text()
    assert "Tell no family and no public" in seen
    assert "in common" in seen
    here = page.url
    judge(page, "The same", "Marks, build, eyes")
    page.wait_for_selector(".m-messages")
    second.page.goto(here)
    assert "Waits for a second reviewer" in second.page.locator("main").inner_text()
    judge(second.page, "The same", "Marks, build, eyes")
    second.page.wait_for_selector(".m-messages")
    assert "Have an examiner compare them" in second.goes_to("/work/").locator("main").inner_text()


def test_a_plate_tells_two_agencies_whom_to_ask_and_no_more(joins, agency) -> None:
    other = Agency.objects.create(
        name=f"{agency.name} South", short_name=f"{agency.short_name}S", kind=AgencyKind.LOCAL
    )
    for each in (agency, other):
        until = timezone.now() + timedelta(days=30)
        Agreement.objects.create(agency=each, reference="A test", signed_on="2026-01-01", expires_at=until)
    north, south = joins(agency, Role.INVESTIGATOR), joins(other, Role.INVESTIGATOR)
    made = [suspect(actor_of(each), each.opens(), name) for each, name in ((north, "Ada"), (south, "Abe"))]
    find_links(kind="suspect", ids=[each.pk for each in made])
    for officer, mine, theirs, holder in ((north, *made, other), (south, *made[::-1], agency)):
        told = officer.goes_to("/links/pointers/").locator("main").inner_text()
        assert mine.number in told
        assert holder.name in told
        assert theirs.number not in told
        assert theirs.number not in officer.goes_to("/links/?state=all").locator("main").inner_text()


def test_an_analyst_judges_by_keyboard_errs_and_undoes(joins, agency) -> None:
    analyst = joins(agency, Role.ANALYST, Role.INVESTIGATOR)
    cases = [person(actor_of(analyst), "homicide", "victim", "406 555 0177") for _ in range(3)]
    find_links(kind="case", ids=[each.pk for each in cases])
    page = analyst.goes_to("/links/?profile=contact")
    page.locator("#pairs tbody a").first.click()
    page.locator("form[data-judge]").wait_for()
    first = page.url
    for _ in range(3):
        page.locator("form[data-judge]").wait_for()
        page.wait_for_load_state("load")  # the script that knows the keys runs before it
        before = page.url
        page.keyboard.press("n")
        page.keyboard.press("5")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=before: url != before)
    assert "No pair waits for you" in page.locator("main").inner_text()
    page.goto(first)
    assert "You said: Not the same." in page.locator("main").inner_text()
    page.keyboard.press("z")
    page.get_by_text("Taken back. The pair waits again.").wait_for()
    assert page.locator("#pairs tbody tr").count() == 0
    assert analyst.goes_to("/links/?profile=contact").locator("#pairs tbody tr").count() == 1


def test_an_analyst_judges_two_hundred_by_keyboard_errs_once_and_undoes(joins, agency) -> None:
    analyst = joins(agency, Role.ANALYST, Role.INVESTIGATOR)
    cases = [numbered(actor_of(analyst), "406 555 0188") for _ in range(21)]
    find_links(kind="case", ids=[each.pk for each in cases])
    page = analyst.goes_to("/links/?profile=contact")
    page.set_default_timeout(PATIENT_MS)
    page.locator("#pairs tbody a").first.click()
    erred = ""
    for step in range(MANY):
        if step == ERRS:
            erred = page.url
        says(page, "y1" if step == ERRS else "n5")
        if step == ERRS:
            page.goto(erred)
            page.keyboard.press("z")
            page.get_by_text("Taken back. The pair waits again.").wait_for()
            says(page, "n5")
    judged = Candidate.unscoped.filter(record_owner=agency)
    assert (judged.count(), judged.filter(state="refused").count()) == (210, MANY)
    pair = Candidate.unscoped.get(pk=int(erred.split("/links/")[1].split("/")[0]))
    said = Judgement.unscoped.filter(record_key=pair.record_key, other_key=pair.other_key).order_by("pk")
    assert [(each.verdict, each.withdrawn_at is None) for each in said] == [("yes", False), ("no", True)]
    assert analyst.goes_to("/links/?profile=contact").locator("#pairs tbody tr").count() == 210 - MANY


def numbered(actor: Actor, phone: str) -> Case:
    """Open a case in which a telephone was called."""
    facts = {"case_type": "homicide", "last_seen_precision": "unknown", "last_seen_state": "MT"}
    case = open_case(actor, Report(facts, source="A test", people=[{"role": "victim", "sex": "female"}]))
    add_part(actor, case, "phones", {"use": "called", "number": phone}, **SAID)
    return case


def says(page: Page, keys: str) -> None:
    """Press the keys of a verdict and its reason, save, and wait for the next pair."""
    page.locator("form[data-judge]").wait_for()
    page.wait_for_load_state("load")  # the script that knows the keys runs before it
    before = page.url
    for key in (*keys, "Enter"):
        page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)
