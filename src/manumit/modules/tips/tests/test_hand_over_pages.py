"""By page, in both languages: triage offers a tip, the other agency's triage accepts, the sender sees where it went."""

import pytest
from django.conf import settings
from django.utils import translation

from manumit.modules.tips.models import Tip, TipHandover

from .conftest import SAID

WHY = "It happened in their county"


@pytest.mark.parametrize("language", ["en", "es"])
def test_triage_offers_and_the_others_accept(alice, bob, charlie, agencies, tip, as_person, language) -> None:
    def said(text: str) -> str:
        with translation.override(language):
            found = translation.gettext(text)
        assert language == "en" or found != text, f"not translated: {text}"
        return found.replace("'", "&#x27;")

    sender, receiver = as_person(alice), as_person(charlie)
    for each in (sender, receiver):
        each.post("/language/", {"language": language})
        each.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    form = f"/tips/{tip.number}/handover/"
    assert f'href="{form}"' in sender.get(f"/tips/{tip.number}/").content.decode()
    page = sender.get(form).content.decode()
    assert said("Those in which somebody triages tips.") in page
    assert agencies[1].name in page
    assert sender.post(form, {"other": charlie.agency_id, "reason": ""}).status_code == 422
    assert as_person(bob).get(form).status_code == 404
    made = sender.post(form, {"other": charlie.agency_id, "reason": WHY})
    paper = TipHandover.unscoped.get()
    here = f"/tips/handovers/{paper.number}/"
    assert made.headers["Location"] == here
    again = sender.post(form, {"other": charlie.agency_id, "reason": WHY})
    assert said("This tip is offered to an agency already: take that back first.") in again.content.decode()

    told = receiver.get(here).content.decode()
    assert (WHY in told, SAID["what"] in told, f"/tips/{tip.number}/" in told) == (True, False, False)
    assert said("Accept it") in told
    assert said("Take it back") not in told
    assert said("Accept it") not in sender.get(here).content.decode()
    assert sender.post(f"{here}step/accept/", {"version": 1}).status_code == 403
    assert receiver.post(f"{here}step/decline/", {"version": 1, "words": ""}).status_code == 422
    stale = receiver.post(f"{here}step/accept/", {"version": 9})
    assert stale.status_code == 422
    assert receiver.get(f"{here}step/accept/").status_code == 200
    assert receiver.get(f"{here}step/vanish/").status_code == 404
    assert receiver.post(f"{here}step/accept/", {"version": 1}).status_code == 302
    assert f'href="/tips/{tip.number}/"' in receiver.get(here).content.decode()
    assert tip.number in receiver.get("/tips/queue/").content.decode()

    assert sender.get(f"/tips/{tip.number}/").status_code == 404
    listed = sender.get("/tips/handovers/").content.decode()
    assert (tip.number in listed, agencies[1].name in listed) == (True, True)
    assert f'href="/tips/{tip.number}/"' not in sender.get(here).content.decode()
    assert as_person(bob).get(here).status_code == 404
    assert Tip.unscoped.get(pk=tip.pk).owner_id == charlie.agency_id
