"""Programs read facts, mark them and are refused an adverse step that rests on a marked one, as pages are."""

import json

import pytest

from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.tests.people import WAY, go
from manumit.modules.continued_presence.tests.test_presence_api import send
from manumit.spine import audit
from manumit.spine.audit.models import Entry

pytestmark = pytest.mark.django_db
HARD = "Notwithstanding the aforementioned determination, continued eligibility is contingent upon verification."
DENY = {"step": "deny", "words": "We did not learn what you saw.", "ground": "no_witness", "from_trafficker": False}


@pytest.fixture
def deciding(cast, complete, monkeypatch) -> PresenceRequest:
    """A request that waits for its decision."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    for who, step in WAY[:6]:
        go(cast[who], complete, step)
    return complete


def test_a_program_marks_and_a_step_that_rests_on_it_is_refused_until_it_is_borne_out(cast, deciding) -> None:
    here = deciding.number
    status, told = send(cast["detective"], f"{here}/facts", {"note": "To mark one"})
    assert status == 200
    assert "To mark one" in Entry.objects.get(verb="presence.purpose").detail
    assert {"answer.threats", "answer.act_words"} <= {each["name"] for each in told["facts"]}
    marking = {"fact": "answer.threats", "words": "Her boss said it"}
    status, mark = send(cast["detective"], f"{here}/marks", marking, key="mark-1")
    assert (status, mark["fact"], mark["corroborated_at"]) == (201, "answer.threats", None)
    assert send(cast["detective"], f"{here}/marks", marking, key="mark-1") == (201, mark)
    assert send(cast["detective"], f"{here}/marks", marking)[0] == 409
    [kept] = send(cast["decider"], f"{here}/marks")[1]["marks"]
    assert kept == mark
    assert "boss" not in json.dumps(kept)

    def deny(**more):
        deciding.refresh_from_db()
        return send(cast["decider"], f"{here}/steps", {**DENY, **more}, version=deciding.version)

    for facts in ([], ["answer.threats"], ["answer.nothing"]):
        status, told = deny(facts=facts)
        assert status == 409, told
    way = f"{here}/marks/request/1/corroboration"
    assert send(cast["detective"], way, {"words": "A neighbor saw it"})[0] == 403
    assert send(cast["reviewer"], f"{here}/marks/vetting/1/corroboration", {"words": "A neighbor saw it"})[0] == 404
    assert send(cast["reviewer"], way, {"words": "A neighbor saw it"})[0] == 201
    status, told = deny(facts=["answer.threats"], words_es="No supimos lo que vio.")
    assert status == 201, told
    assert told["english_grade"] <= 8
    assert told["spanish_ease"] >= 60


def test_hard_words_are_refused_by_field_with_where_they_are(cast, deciding) -> None:
    body = {**DENY, "facts": ["answer.witness"], "words": HARD}
    status, told = send(cast["decider"], f"{deciding.number}/steps", body, version=deciding.version)
    assert status == 422
    assert [each["field"] for each in told["errors"]] == ["words"]
    assert "eligibility" in json.dumps(told["errors"])


def test_strangers_learn_nothing_of_marks(cast, deciding) -> None:
    for who in ("charlie", "federal_charlie", "lawyer"):
        for path, body in (("/facts", {"note": "x"}), ("/marks", None), ("/marks", {"fact": "file.1", "words": "x"})):
            assert send(cast[who], f"{deciding.number}{path}", body)[0] == 404, (who, path)
    assert send(cast["oversight"], f"{deciding.number}/facts", {"note": "x"})[0] == 403
