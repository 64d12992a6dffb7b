"""What went out is recorded: who sent which paper, how and when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.actions.record_sending import Sent, record_sending
from manumit.modules.continued_presence.actions.telling_the_victim import untold
from manumit.modules.continued_presence.models import Sending
from manumit.modules.continued_presence.papers import BY_NAME, is_made_for, write
from manumit.modules.continued_presence.tests.people import go, to_active
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.workflow.refusing import Refused

pytestmark = pytest.mark.django_db
BY_POST = Sent("grant", "post", "Mara Quill, PO Box 9")


@pytest.fixture(autouse=True)
def sealing_log(monkeypatch) -> None:
    """The log is being sealed, so that sealed answers are shown."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)


def test_a_letter_that_went_out_counts_as_told_and_to_whom_is_sealed(cast, complete) -> None:
    request = to_active(cast, complete)
    row = record_sending(cast["intake"], request, BY_POST)
    request.refresh_from_db()
    assert (request.victim_told_on, row.by_id) == (timezone.localdate(), cast["intake"].person_id)
    assert "Quill" not in repr(Sending.unscoped.values())
    assert request.hhs_told_at is None
    record_sending(cast["intake"], request, Sent("hhs", "secure", "HHS, Shepherd"))
    request.refresh_from_db()
    assert request.hhs_told_at is not None


def test_only_the_letter_that_brings_the_news_tells_it(cast, complete) -> None:
    request = to_active(cast, complete)
    said = {"words": "You left in May.", "ground": "left", "from_trafficker": False}
    go(cast["reviewer"], request, "propose_revocation", **said)
    record_sending(cast["intake"], request, BY_POST)
    assert untold(request), "a letter of the grant tells nothing of a revocation"
    record_sending(cast["intake"], request, Sent("revocation", "post", "Mara Quill, PO Box 9"))
    assert not untold(request)
    go(cast["decider"], request, "drop_revocation", words="Parole was shown")
    go(cast["detective"], request, "ask_extension", words="Nothing")
    go(cast["decider"], request, "refuse_extension", words="It is over.", ground="no_witness", from_trafficker=False)
    record_sending(cast["intake"], request, BY_POST)
    assert "has not been told yet" in browser_of(cast["detective"]).get(f"/presence/{request.number}/").content.decode()
    record_sending(cast["intake"], request, Sent("extension_refused", "post", "Mara Quill, PO Box 9"))
    assert not untold(request)


def test_only_a_paper_of_its_stage_to_somebody_by_then(cast, complete) -> None:
    request = to_active(cast, complete)
    tomorrow = timezone.localdate() + timedelta(days=1)
    wrong = (
        Sent("denial", "post", "Her"), Sent("extension", "post", "Her"), Sent("nothing", "post", "Her"),
        Sent("grant", "pigeon", "Her"), Sent("grant", "post", " "), Sent("grant", "post", "Her", tomorrow),
    )  # fmt: skip
    for each in wrong:
        with pytest.raises(Refused):
            record_sending(cast["intake"], request, each)
    for who in ("charlie", "oversight", "lawyer"):
        with pytest.raises((Hidden, Denied)):
            record_sending(cast[who], request, BY_POST)


def test_on_screen_who_did_what_stands_beside_it(cast, complete) -> None:
    request = to_active(cast, complete)
    browser, here = browser_of(cast["intake"]), f"/presence/{request.number}/"
    given = {"paper": "permit", "way": "secure", "to": "Records", "on_0": "", "on_1": "", "on_2": ""}
    assert browser.post(f"{here}sent/", given).status_code == 302
    page = browser.get(here).content.decode()
    assert "What went out" in page
    assert "Intake" in page
    assert "advance parole" in page, "the travel warning"


@pytest.mark.parametrize(("way", "paper"), [("withdraw", "withdrawn"), ("refuse", "extension_refused")])
def test_letters_of_what_ended_are_made(cast, complete, way, paper) -> None:
    page = f"/presence/{complete.number}/"
    if way == "withdraw":
        go(cast["detective"], complete, "withdraw", words="She wished it")
    else:
        to_active(cast, complete)
        assert not is_made_for(cast["detective"], complete, BY_NAME[paper])
        go(cast["detective"], complete, "ask_extension", words="More time")
        said = {"words": "No need", "ground": "no_witness", "from_trafficker": False}
        go(cast["decider"], complete, "refuse_extension", **said)
    complete.refresh_from_db()
    assert is_made_for(cast["detective"], complete, BY_NAME[paper])
    assert write(cast["detective"], complete, BY_NAME[paper]).startswith(b"%PDF")
    assert "has not been told yet" in browser_of(cast["detective"]).get(page).content.decode()
    record_sending(cast["detective"], complete, Sent(paper, "person", "Her"))
    assert "has not been told yet" not in browser_of(cast["detective"]).get(page).content.decode()
