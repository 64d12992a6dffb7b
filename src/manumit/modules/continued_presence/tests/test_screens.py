"""The screens: a request is written step by step, signed, questioned and granted; strangers find nothing."""

from datetime import date

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.actions.begin_request import begin_request
from manumit.modules.continued_presence.actions.name_representative import name_representative
from manumit.modules.continued_presence.asked import BY_NAME
from manumit.modules.continued_presence.models import Message, PresenceRequest
from manumit.modules.continued_presence.papers import PAPERS
from manumit.modules.continued_presence.tests.answers import ALL, MINOR, SHARED
from manumit.modules.continued_presence.tests.people import WAY, answered, go, to_active
from manumit.modules.continued_presence.urls import urlpatterns
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Agency
from manumit.spine.workflow.models import RunningClock

pytestmark = pytest.mark.django_db
SECRETS = ("Quill", "Freedonia", "Helena", "24-0117")


@pytest.fixture(autouse=True)
def sealing_log(monkeypatch) -> None:
    """The log is being sealed, so that sealed answers are shown."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)


def text(answer, status: int = 200) -> str:
    """The page's text."""
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode()


def posted(step: str, answers: dict) -> dict:
    """Answers as a browser posts them: a day in three parts."""
    told = {}
    for name, value in answers.items():
        question = next(each for each in BY_NAME[step].questions if each.name == name)
        if question.looks == "date":
            day = date.fromisoformat(value) if value else None
            parts = (day.month, day.day, day.year) if day else ("", "", "")
            told |= {f"{name}_{place}": part for place, part in enumerate(parts)}
        else:
            told[name] = value
    return told


def fill(browser, number: str, steps: dict) -> None:
    """Answer each step on its screen, following where the answer to one leads."""
    here = f"/presence/{number}/step/agency/"
    for step, answers in steps.items():
        assert here.endswith(f"/{step}/"), here
        page = browser.get(here)
        version = page.context["form"]["version"].value()
        answer = browser.post(here, {**posted(step, answers), "version": version})
        assert answer.status_code == 302, text(answer)
        here = answer["Location"]


def test_a_request_is_written_signed_and_granted(cast) -> None:
    officer = browser_of(cast["detective"])
    begun = officer.post("/presence-new/", {"region": "MT"})
    number = begun["Location"].split("/")[2]
    assert "nine characters" in text(officer.get(begun["Location"]))
    fill(officer, number, ALL)
    shown = text(officer.get(f"/presence/{number}/"))
    assert "Nothing: the request can be signed." in shown
    for secret in SECRETS:
        assert secret not in shown
    record = PresenceRequest.unscoped.get(number=number)
    for who, step in WAY:
        record.refresh_from_db()
        here = f"/presence/{number}/move/{step}/"
        answer = browser_of(cast[who]).post(here, {"version": record.version})
        if answer.status_code == 200:
            assert "stays in the log" in text(answer)
            answer = browser_of(cast[who]).post(here, {"version": record.version, "confirmed": "yes"})
        assert answer.status_code == 302, (step, text(answer, answer.status_code)[-2000:])
    record.refresh_from_db()
    assert record.state == "granted"
    intake = browser_of(cast["intake"])
    assert intake.post(f"/presence/{number}/record/i94/", {}).status_code == 302
    assert text(intake.get("/presence/?stage=granted")).count(number) >= 1
    file = text(browser_of(cast["reviewer"]).post(f"/presence/{number}/file/", {"note": "Weighing it"}))
    assert all(secret in file for secret in SECRETS)
    assert Entry.objects.filter(verb="presence.purpose").count() == 1


def test_a_minor_in_sex_trafficking_is_never_asked_for_means(cast) -> None:
    officer = browser_of(cast["detective"])
    number = officer.post("/presence-new/", {"region": "MT"})["Location"].split("/")[2]
    young = {name: answers for name, answers in {**SHARED, **MINOR}.items() if name != "means"}
    young["person"] = {**young["person"], "birth_on": f"{timezone.localdate().year - 15}-01-01"}
    young["papers"] = {**young["papers"], "entered_on": ""}
    fill(officer, number, young)
    page = text(officer.get(f"/presence/{number}/"))
    assert "the means" not in page
    assert "tell HHS within 24 hours" in page
    assert "Clocks" in page


def test_two_officers_do_not_overwrite_each_other(cast, draft) -> None:
    here = f"/presence/{draft.number}/step/person/"
    first, second = browser_of(cast["detective"]), browser_of(cast["colleague"])
    version = first.get(here).context["form"]["version"].value()
    answers = posted("person", ALL["person"])
    assert first.post(here, {**answers, "version": version, "leave": "yes"})["Location"] == f"/presence/{draft.number}/"
    assert "meanwhile" in text(second.post(here, {**answers, "family_name": "Other", "version": version}), 422)
    assert "Quill" in text(second.get(here))


def test_a_question_is_asked_and_answered_on_screen(cast, complete) -> None:
    for who, step in WAY[:4]:
        go(cast[who], complete, step)
    here = f"/presence/{complete.number}/"
    asked = {"version": complete.version, "words": "Which house?"}
    assert browser_of(cast["intake"]).post(f"{here}move/ask_at_intake/", asked).status_code == 302
    officer = browser_of(cast["detective"])
    assert "Which house?" in text(officer.get(f"{here}thread/"))
    complete.refresh_from_db()
    assert "waits for its answer" in text(
        officer.post(f"{here}move/answer_intake/", {"version": complete.version}), 422
    )
    told = {"answers": Message.unscoped.get().pk, "words": "By the river"}
    assert officer.post(f"{here}thread/", told).status_code == 302
    complete.refresh_from_db()
    assert officer.post(f"{here}move/answer_intake/", {"version": complete.version}).status_code == 302


def test_a_denial_tells_barred_grounds_with_their_law(cast, complete) -> None:
    for who, step in WAY[:6]:
        go(cast[who], complete, step)
    decider, here = browser_of(cast["decider"]), f"/presence/{complete.number}/move/deny/"
    said = {"version": complete.version, "words": "No", "ground": "refused_help", "from_trafficker": "no",
            "rests_on": "answer.witness"}  # fmt: skip
    assert "never a ground" in text(decider.get(here))
    assert "never a ground" in text(decider.post(here, {**said, "confirmed": "yes"}), 422)
    assert decider.post(here, {**said, "ground": "no_witness", "confirmed": "yes"}).status_code == 302


def test_papers_are_pdf_and_logged(cast, complete) -> None:
    to_active(cast, complete)
    officer = browser_of(cast["detective"])
    given = 0
    for paper in PAPERS:
        answer = officer.get(f"/presence/{complete.number}/paper/{paper.name}.pdf")
        if complete.stage in paper.stages and paper.name not in ("extension", "extension_refused", "information"):
            assert answer.content.startswith(b"%PDF"), paper.name
            given += 1
        else:
            assert answer.status_code == 404
    assert Entry.objects.filter(verb="presence.paper").count() == given == 5
    assert browser_of(cast["oversight"]).get(f"/presence/{complete.number}/paper/packet.pdf").status_code == 403


def test_a_letter_of_extension_is_offered_once_there_is_one(cast, complete) -> None:
    request, officer = to_active(cast, complete), browser_of(cast["detective"])
    paper = f"/presence/{request.number}/paper/extension.pdf"
    assert "Letter: extended" not in text(officer.get(f"/presence/{request.number}/"))
    assert officer.get(paper).status_code == 404
    go(cast["detective"], request, "ask_extension", words="Nothing changed")
    go(cast["decider"], request, "extend")
    assert "Letter: extended" in text(officer.get(f"/presence/{request.number}/"))
    assert officer.get(paper).content.startswith(b"%PDF")


def test_what_holds_can_cease_to_hold(cast, complete) -> None:
    request, officer = to_active(cast, complete), browser_of(cast["detective"])
    here = f"/presence/{request.number}/record/civil_action/"
    for holds in ("yes", "no"):
        assert officer.post(here, {"holds": holds}).status_code == 302
        request.refresh_from_db()
        assert request.kept_by_action is (holds == "yes")
    assert "Is it so now?" in text(officer.get(here))


def test_interim_assistance_runs_ninety_days_for_a_minor_alone(cast, draft) -> None:
    officer, here = browser_of(cast["detective"]), f"/presence/{draft.number}/"
    assert "interim assistance" not in text(officer.get(here))
    assert "on the day of the request" in text(officer.post(f"{here}record/interim/", {}), 422)
    born = {"birth_on": f"{timezone.localdate().year - 15}-01-01"}
    answered(cast["detective"], draft, {"person": {**ALL["person"], **born}})
    assert "interim assistance" in text(officer.get(here))
    assert officer.post(f"{here}record/interim/", {}).status_code == 302
    running = RunningClock.unscoped.get(record_id=draft.pk, clock="interim_assistance")
    assert 89 <= (running.due_at - timezone.now()).days <= 91


def test_who_gets_a_request_back_reads_why(cast, complete) -> None:
    go(cast["detective"], complete, "sign")
    go(cast["supervisor"], complete, "return_to_officer", words="Who agreed to it?")
    officer, here = browser_of(cast["detective"]), f"/presence/{complete.number}/"
    assert "It came back to you." in text(officer.get(here))
    assert "Who agreed to it?" in text(officer.get(f"{here}thread/"))


def test_enter_in_a_field_goes_on_and_no_answer_is_called_optional(cast, draft) -> None:
    page = text(browser_of(cast["detective"]).get(f"/presence/{draft.number}/step/agency/"))
    assert page.index("Save and go on") < page.index("Save and leave")
    assert "(optional)" not in page


def test_oversight_and_representative_see_no_narrative(cast, complete) -> None:
    request = to_active(cast, complete)
    name_representative(cast["detective"], request, Agency.objects.get(pk=cast["lawyer"].agency_id), "She said yes")
    here = f"/presence/{request.number}/"
    for who in ("lawyer", "oversight"):
        browser = browser_of(cast[who])
        page = text(browser.get(here))
        assert "Active" in page
        assert request.number in text(browser.get("/presence/"))
        for part in ("file/", "thread/", "step/person/", "vetting/", "disclosures/", "move/sign/"):
            assert browser.get(here + part).status_code == 403, (who, part)
    assert "Work on it" not in text(browser_of(cast["lawyer"]).get(here))
    browser_of(cast["detective"]).post(f"{here}representative/end/", {})
    assert browser_of(cast["lawyer"]).get(here).status_code == 404


def test_charlie_finds_nothing_at_any_address(cast, complete) -> None:
    request = to_active(cast, complete)
    words = {"number": request.number, "step": "sign", "fact": "i94", "paper": "packet", "kind": "presence_request",
             "file_id": "1", "place": "1", "what": "asked", "sort": "request"}  # fmt: skip
    for who in ("charlie", "federal_charlie", "analyst", "lawyer"):
        browser = browser_of(cast[who])
        for pattern in urlpatterns:
            path = "/" + "/".join(_filled(part, words) for part in str(pattern.pattern).split("/"))
            if "<" in str(pattern.pattern):
                there, absent = browser.get(path), browser.get(path.replace(request.number, "CP-0000-000"))
                assert there.status_code == absent.status_code == 404, (who, path)
                assert browser.post(path, {}).status_code == 404
                bare = [answer.content.decode().replace(request.number, "") for answer in (there, absent)]
                assert len({body.count("presence") for body in bare}) == 1
            else:
                assert request.number not in text(browser.get(path)), (who, path)
        for path in (
            f"/work/presence_request/{request.number}/",
            f"/api/v1/presence_request/{request.number}",
            "/work/",
        ):
            assert request.number not in browser.get(path).content.decode().replace(path, ""), path


def _filled(part: str, words: dict[str, str]) -> str:
    if not part.startswith("<"):
        return part
    name, _dot, rest = part.strip("<").partition(">")
    return words[name.split(":")[-1]] + rest


def test_numbers_are_suppressed(cast, complete) -> None:
    for _ in range(12):
        begin_request(cast["detective"], region="MT")
    rows = text(browser_of(cast["supervisor"]).get("/presence-measures/?form=csv"))
    assert "draft,13" in rows
    go(cast["detective"], complete, "sign")
    rows = text(browser_of(cast["supervisor"]).get("/presence-measures/?form=csv"))
    assert "concurrence,,0" in rows
    assert "draft,," in rows, "the one large number would give the small one away"


def test_from_a_case_leaves_no_trace_there(cast, monkeypatch) -> None:
    officer = browser_of(cast["detective"])
    from manumit.spine.records import registry
    from manumit.spine.records.manifest import SampleData

    for offer in registry.providers(SampleData):
        if "case" in str(offer.title).lower():
            offer.load([cast["detective"]], 1)
    from django.apps import apps

    if not apps.is_installed("manumit.modules.cases"):
        return
    case = apps.get_model("cases", "Case").objects.page(cast["detective"]).rows[0]
    before = Entry.objects.filter(kind="case").count()
    here = f"/presence-new/case/{case.number}/"
    assert officer.get(here).status_code == 200
    assert officer.post(here, {"region": ""}).status_code == 422, "no state is chosen for whoever hurries"
    assert officer.post(here, {"region": "MT"}).status_code == 302
    assert Entry.objects.filter(kind="case").count() == before
    said = repr(list(Entry.objects.filter(verb__startswith="presence.").values_list("verb", "detail")))
    assert "presence.begin" in said
    assert case.number not in said, "nor does the request's own line lead back to the case"
