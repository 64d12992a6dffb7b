"""By page and by program: the receiver shows on, or asks for the owner's word; a stranger learns of nothing."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from manumit.spine.access import allowed
from manumit.spine.access.models import Release

from ..models import ReleaseRequest
from .cases import with_cases
from .conftest import actor
from .showing import DAYS, give
from .test_exchange_api import Program, day

pytestmark = [pytest.mark.django_db, with_cases]
both_languages = pytest.mark.parametrize("language", ["en", "es"])


def speaking(client: Client, language: str) -> Client:
    """Return the browser set to a language."""
    client.post("/language/", {"language": language})
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


def said(language: str, text: str) -> str:
    """Return what a text of exchange is called in a language."""
    with translation.override(language):
        found = translation.gettext(text)
    assert language == "en" or found != text, f"not translated: {text}"
    return found


def body(agency, **changed):
    """Return the answers of the form, for nine days."""
    return {
        "agency": agency.pk, "groups": ["summary", "people"], "purposes": ["investigation"], "authority": "Task force",
        "until_on": timezone.localdate() + 9 * DAYS, **changed,
    }  # fmt: skip


@both_languages
def test_a_supervisor_shows_it_on_and_takes_it_back(
    ada, fay, gus, charlie, bureau, county, as_person, language
) -> None:
    case, first = give(ada, fay, bureau, "yes")
    here = reverse("exchange:onward", args=["case", case.number, first.pk])
    browser = speaking(as_person(fay), language)
    received = browser.get(reverse("exchange:received")).content.decode()
    assert f'href="{here}"' in received
    page = browser.get(here).content.decode()
    assert said(language, "Yes, no wider and no longer than it was released") in page
    assert f"{here}show/" in page
    assert f"{here}ask/" not in page
    assert f"{here}show/" not in as_person(gus).get(here).content.decode(), "an investigator decides nothing"
    form = browser.get(f"{here}show/").content.decode()
    assert said(language, "The owner is told at once, reads who opens it, and can recall it.") in form
    assert 'value="narrative"' not in form, "no more is offered than was released"
    wrong = browser.post(f"{here}show/", body(county, until_on=timezone.localdate() + 40 * DAYS))
    assert wrong.status_code == 422
    assert said(language, "That is longer than it was released.") in wrong.content.decode()
    assert as_person(gus).post(f"{here}show/", body(county)).status_code == 403
    assert browser.post(f"{here}show/", body(county)).status_code == 302
    made = Release.objects.get(onward_of=first)
    assert county.name in browser.get(here).content.decode()
    stranger = as_person(charlie)
    assert case.number in stranger.get(reverse("exchange:received")).content.decode()
    theirs = reverse("exchange:onward", args=["case", case.number, made.pk])
    assert stranger.get(theirs).status_code == stranger.get(here).status_code == 404, "not to be shown on again"
    shared = as_person(ada).get(reverse("exchange:shared", args=["case", case.number])).content.decode()
    assert f"shown on by {bureau.name} to" in shared
    assert browser.get(f"{here}back/{made.pk}/").status_code == 200
    assert browser.post(f"{here}back/{made.pk}/").status_code == 302
    assert not allowed(charlie, "read_summary", case)
    assert browser.get(f"{here}back/{made.pk}/").status_code == 404


@both_languages
def test_the_owner_gives_its_word(ada, fay, gus, charlie, bureau, county, as_person, language) -> None:
    case, first = give(ada, fay, bureau, "word")
    here = reverse("exchange:onward", args=["case", case.number, first.pk])
    browser, owner = speaking(as_person(gus), language), speaking(as_person(ada), language)
    page = browser.get(here).content.decode()
    assert said(language, "Ask the owner to let you show it on") in page
    assert f"{here}show/" not in page
    assert as_person(fay).post(f"{here}show/", body(county)).status_code == 422
    asking = body(county, because="Their camera", needed_by=timezone.localdate() + 5 * DAYS)
    sent = browser.post(f"{here}ask/", asking)
    asked = ReleaseRequest.objects.visible_to(gus).get()
    paper = reverse("exchange:request", args=[asked.number])
    assert sent.headers["Location"] == paper
    assert asked.number in browser.get(here).content.decode()
    for seen in (browser, owner):
        told = seen.get(paper).content.decode()
        assert said(language, "To be shown on to") in told
        assert county.name in told
    refusing = owner.get(f"{paper}step/refuse/").content.decode()
    assert 'value="nothing"' not in refusing
    assert 'value="other"' in refusing
    form = owner.get(f"{paper}answer/").content.decode()
    assert f'value="{case.number}"' in form
    assert 'name="under"' not in form
    yes = {
        "number": case.number, "groups": ["case.summary", "case.people"], "version": asked.version,
        "until_on": asked.until_on, "authority": "Order 7", "said": "",
    }  # fmt: skip
    shown = owner.post(f"{paper}answer/", yes).content.decode()
    assert county.name in shown, "the preview is of who will read it"
    assert owner.post(f"{paper}answer/", {**yes, "confirmed": "yes"}).status_code == 302
    assert allowed(charlie, "read_people", case)
    assert as_person(charlie).get(paper).status_code == 404
    shared = owner.get(reverse("exchange:shared", args=["case", case.number])).content.decode()
    assert said(language, "with your agency's word:") in shared.replace("&#x27;", "'")


def test_a_stranger_learns_nothing(ada, fay, charlie, bureau, county, as_person) -> None:
    case, first = give(ada, fay, bureau, "word")
    stranger, nothing = as_person(charlie), "C-0000-000"
    for page in ("", "show/", "ask/", f"back/{first.pk}/"):
        answers = [
            stranger.get(f"/exchange/case/{number}/on/{key}/{page}")
            for number, key in ((case.number, first.pk), (nothing, first.pk), (case.number, 9_999_999))
        ]
        assert {each.status_code for each in answers} == {404}
    program = Program(charlie)
    assert program.get("/received/").json()["items"] == []
    for path in ("onward", "onward-requests"):
        here = f"/received/case/{case.number}/{first.pk}/{path}"
        missing = f"/received/case/{nothing}/{first.pk}/{path}"
        sent = {**plain(county), **({"because": "x", "needed_by": day(5)} if path != "onward" else {})}
        one, other = program.post(here, sent), program.post(missing, sent)
        assert one.status_code == other.status_code == 404
        assert one.json().get("detail") == other.json().get("detail")
    auditor = actor("aud", bureau, "auditor", purpose="audit")
    assert as_person(auditor).post(f"/exchange/case/{case.number}/on/{first.pk}/show/", body(county)).status_code in {
        403, 404,
    }  # fmt: skip


def plain(agency, **changed):
    """Return the answers as a program sends them."""
    return {
        "agency": agency.pk, "groups": ["people"], "purposes": ["investigation"], "authority": "Task force",
        "until_on": day(9), **changed,
    }  # fmt: skip


def test_a_program_shows_on_and_takes_back(ada, fay, gus, charlie, bureau, county) -> None:
    case, first = give(ada, fay, bureau, "yes")
    program = Program(fay)
    (row,) = program.get("/received/").json()["items"]
    assert (row["id"], row["number"], row["onward"], row["giver"]) == (first.pk, case.number, "yes", "STP")
    here = f"/received/case/{case.number}/{first.pk}/onward"
    wider = program.post(here, plain(county, groups=["people", "narrative"]))
    assert (wider.status_code, "groups" in str(wider.json())) == (422, True)
    assert Program(gus).post(here, plain(county)).status_code == 403
    assert Program(ada).post(here, plain(county)).status_code == 409, "the owner has no release to show on"
    key = {"Idempotency-Key": "show-on-1"}
    made = [program.post(here, plain(county), headers=key) for _ in range(2)]
    assert [each.status_code for each in made] == [201, 201], made[0].content
    assert made[0].json()["id"] == made[1].json()["id"]
    assert made[0].json()["onward_of"] == first.pk
    assert [each["id"] for each in program.get(here).json()["items"]] == [made[0].json()["id"]]
    chain = Program(ada).get(f"/releases/case/{case.number}").json()["items"]
    assert {each["onward_of"] for each in chain} == {None, first.pk}
    assert Program(charlie).get("/received/").json()["items"][0]["onward"] == "never"
    ended = program.post(f"{here}/{made[0].json()['id']}/take-back", {})
    assert ended.json()["ended_at"]
    assert not allowed(charlie, "read_summary", case)
    assert program.post(f"{here}/{made[0].json()['id']}/take-back", {}).status_code == 409


def test_a_program_asks_for_the_owners_word(ada, fay, gus, charlie, bureau, county) -> None:
    case, first = give(ada, fay, bureau, "word")
    asker, owner = Program(gus), Program(ada)
    here = f"/received/case/{case.number}/{first.pk}/onward-requests"
    sent = plain(county, because="Their camera", needed_by=day(5))
    assert asker.post(here, {**sent, "because": " "}).status_code == 422
    made = asker.post(here, sent)
    assert (made.status_code, made.json()["onward_to"]) == (201, "PCS"), made.content
    paper = f"/requests/{made.json()['number']}"
    assert Program(charlie).get(paper).status_code == 404
    assert owner.get(paper).json()["held"] == [case.number]
    yes = {"number": case.number, "groups": ["people"], "until_on": day(9), "authority": "Order 7"}
    answered = owner.post(f"{paper}/answers", yes, version=made.json()["version"])
    assert answered.json()["state"] == "answered", answered.content
    assert allowed(charlie, "read_people", case)
