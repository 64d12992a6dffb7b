"""Suspects by page: opened, corrected, moved after a pause, reviewed; and nothing for a stranger."""

from datetime import timedelta

from django.utils import timezone

from manumit.modules.suspects import questions
from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.models import Basis, Suspect, VictimNotice
from manumit.modules.suspects.pages import court
from manumit.modules.suspects.urls import urlpatterns
from manumit.spine import audit
from manumit.spine.workflow.actions.raise_flag import raise_flag

from .conftest import BY
from .examples import PARTS

TODAY = timezone.localdate()
SAID = {"source": "Alice", "certainty": "exact"}
OPENED = {
    "how": "Drove the truck", "under_18": "no", "given_names": "Ed", "family_name": "Marlow",
    "statement": "Seen with her at the depot", "said_by": "The clerk", "reliability": "reliable",
    "validity": "confirmed", "known_on": TODAY.isoformat(), **SAID,
}  # fmt: skip


def test_what_an_officer_must_know_first_stands_above_everything(suspect, alice, as_person):
    here = f"/suspects/{suspect.number}/"
    raise_flag(alice, suspect, text="Call the tribal police first", ends_on=TODAY + timedelta(days=9))
    audit.record(None, "suspect.edit", kind="suspect", record_id=suspect.pk)
    late = {"cautions": "Armed", "review_on": TODAY - timedelta(days=1)}
    Suspect.unscoped.filter(pk=suspect.pk).update(**late)
    page = text(as_person(alice).get(here))
    for words in ("Call the tribal police first", "Caution: Armed", "Nobody validated this in time"):
        assert page.count(words) == 1
        assert page.index(words) < page.index('id="facts"'), words
    for place in ("next", "work", "happened", "notices"):
        assert f'href="#{place}"' in page
        assert f'id="{place}"' in page
    audit.record(None, "suspect.edit", kind="suspect", record_id=suspect.pk)
    Suspect.unscoped.filter(pk=suspect.pk).update(standing="charged")
    assert "Nobody validated" not in text(as_person(alice).get(here))


def text(answer) -> str:
    """The page's text, of a page that was found."""
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_person_of_interest_goes_the_way_to_a_suspect(alice, note, as_person):
    browser = as_person(alice)
    of_note = f"/suspects/of/note/{note.number}/"
    assert browser.post(f"{of_note}new/", {**OPENED, "statement": ""}).status_code == 422
    shown = browser.post(f"{of_note}new/", OPENED, follow=True)
    suspect = Suspect.objects.page(alice).rows[0]
    for words in ("Opened as a person of interest.", "Marlow, Ed", "0 days old", "carries a suspicion", note.number):
        assert words in text(shown)
    assert suspect.number in text(browser.get(of_note))
    here = f"/suspects/{suspect.number}/"
    step = {"version": suspect.version, "reason": "witness", "words": ""}
    paused = browser.post(f"{here}move/name_suspect/", step)
    assert "harm them for years" in text(paused)
    assert Suspect.unscoped.get().standing == "person_of_interest"
    assert browser.post(f"{here}move/name_suspect/", {**step, "confirmed": "yes"}).status_code == 302
    assert Suspect.unscoped.get().standing == "suspect"
    assert "Standing changed" in text(browser.get(f"{here}history/"))
    assert "Alice" in text(browser.get(f"{here}readers/"))
    assert browser.get(f"{here}move/vanish/").status_code == 404


def test_parts_are_added_corrected_and_withdrawn(suspect, alice, as_person):
    browser, here = as_person(alice), f"/suspects/{suspect.number}/"
    for part in PARTS:
        assert browser.get(f"{here}add/{part}/").status_code == 200
    phone = {"number": "406 555 0100", "e164": "", "note": "", **SAID}
    assert browser.post(f"{here}add/phones/", phone).status_code == 302
    assert "406 555 0100" in text(browser.get(here))
    row = Basis.objects.visible_to(alice).get()
    place = f"{here}part/bases/{row.pk}/"
    assert "Seen with her at the depot" in text(browser.get(place))
    suspect.refresh_from_db()
    gone = {"version": suspect.version, "reason": "The clerk was mistaken"}
    assert browser.post(f"{place}withdraw/", gone).status_code == 302
    assert "No basis stands" in text(browser.get(here))
    assert browser.get(place).status_code == 404
    assert browser.get(f"{here}add/horses/").status_code == 404


def test_the_description_is_corrected_and_a_stale_page_shows_both(suspect, alice, bob, as_person):
    browser, here = as_person(alice), f"/suspects/{suspect.number}/edit/"
    form = browser.get(here).context["form"]
    shown = {f"initial-{name}": form[name].initial or "" for name in form.fields}
    answers = {**shown, "version": 1, "under_18": "no", "sex": "male", "hair": "red", **SAID}
    assert browser.post(here, {**answers, "height": "5'10\" - 6'"}).status_code == 302
    suspect.refresh_from_db()
    assert (suspect.hair, int(suspect.height_min), int(suspect.height_max)) == ("red", 70, 72)
    stale = as_person(bob).post(here, {**answers, "hair": "black"})
    assert stale.status_code == 422
    assert "meanwhile: red" in stale.content.decode()


def test_a_notice_and_a_review_are_recorded(suspect, alice, bob, as_person):
    browser, here = as_person(alice), f"/suspects/{suspect.number}/"
    add_part(alice, suspect, "court_dates", PARTS["court_dates"], **BY)
    assert "District court" in text(browser.get("/suspects/court/"))
    notice = VictimNotice.objects.visible_to(alice).get()
    told = {"told_by": "letter", "told_on_0": TODAY.month, "told_on_1": TODAY.day, "told_on_2": TODAY.year, "note": ""}
    assert browser.post(f"{here}notices/{notice.pk}/", told).status_code == 302
    valid = {"version": suspect.version, "because": "Still wanted"}
    assert browser.post(f"{here}validate/", valid).status_code == 403
    assert as_person(bob).post(f"{here}validate/", valid).status_code == 302
    assert "Nothing: every record was validated in time." in text(browser.get("/suspects/due/"))
    assert suspect.number in text(browser.get("/suspects/?q=marlow&standing=person_of_interest"))
    assert suspect.number not in text(browser.get("/suspects/?standing=cleared"))


def test_a_stranger_finds_nothing_at_any_address(suspect, charlie, note, as_person):
    browser = as_person(charlie)
    row = Basis.unscoped.get()
    words = {"number": suspect.number, "kind": "note", "step": "clear", "part": "bases", "part_id": str(row.pk)}
    words |= {"notice_id": "1", "release_id": "1"}
    for pattern in urlpatterns:
        route = str(pattern.pattern)
        path = "/" + "/".join(
            _filled(part, {**words, "notice_id": "1", "release_id": "1"}) for part in route.split("/")
        )
        path = path.replace(f"of/note/{suspect.number}", f"of/note/{note.number}")
        if "<" in route:
            assert browser.get(path).status_code == 404, path
            assert browser.post(path, {}).status_code == 404, path
        else:
            assert suspect.number not in text(browser.get(path))


def _filled(part: str, words: dict[str, str]) -> str:
    return words[part.strip("<>").split(":")[-1]] if part.startswith("<") else part


def test_a_list_that_is_cut_says_so(suspect, alice, as_person, monkeypatch):
    for court_name in ("District court", "Court of appeals"):
        add_part(alice, suspect, "court_dates", {**PARTS["court_dates"], "court": court_name}, **BY)
    browser = as_person(alice)
    assert "Only the first" not in browser.get("/suspects/court/").content.decode()
    for module in (questions, court):
        monkeypatch.setattr(module, "MOST", 1)
    cut = browser.get("/suspects/court/").content.decode()
    assert "Only the first 1 are shown." in cut
    assert ("District court" in cut) != ("Court of appeals" in cut)
