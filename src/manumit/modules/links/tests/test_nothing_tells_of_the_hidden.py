"""Nothing shown to a person differs on account of a record they may not know of: every answer, before and after."""

import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Q

from manumit.modules.links.actions.judge import judge
from manumit.modules.links.choices import Profile
from manumit.modules.links.figures import figures
from manumit.modules.links.jobs import find_links
from manumit.modules.links.models import Candidate
from manumit.modules.links.questions import Narrowing, candidates, pointers, queue
from manumit.spine.matching import asking, indexing, sight
from manumit.spine.matching.asking import search
from manumit.spine.matching.question import Question
from manumit.spine.records.tests.notes import Note

from .conftest import MARKS, titled

pytestmark = pytest.mark.django_db
NUMBERS = [f"505-555-01{place:02}" for place in range(6)]
STORIES = [MARKS, "tattoo of a rose on left arm", "scar on neck, tattoo of an anchor on left forearm"]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
MAIN = re.compile(r"<main.*</main>", re.DOTALL)


def invent(drawing: random.Random, of: Any) -> Note:
    """Make a note of any sort that may be matched."""
    title = drawing.choice([*NUMBERS, "missing", "remains"])
    return titled(of, title, story=drawing.choice(STORIES), level=drawing.choice(["restricted", "restricted", "open"]))


def seen(actor: Any, client: Any, notes: list[Note]) -> dict[str, Any]:
    """Return all that is shown to an actor."""
    asked = [Question("contact", "phone", {"phones": [number]}) for number in NUMBERS]
    asked += [Question("remains", name, {"marks": STORIES}) for name in ("missing_person", "unidentified_remains")]
    pages = ["/links/", "/links/?state=all", "/links/pointers/", *(f"/links/of/note/{note.number}/" for note in notes)]
    pages += [f"/links/chart/note/{note.number}/" for note in notes]
    pages += [f"/links/chart/note/{note.number}/?open=phone:{NUMBERS[0]}&open=phone:{NUMBERS[1]}" for note in notes]
    pages += [f"/links/{pk}/" for pk in candidates(actor).values_list("pk", flat=True)]
    pages += ["/", "/links/evaluation/"]
    read = ["candidates", "pointers", "watches", *(f"evaluation/{profile}" for profile in Profile)]
    read += [f"chart/note/{note.number}?to=note:{other.number}" for note in notes for other in notes[:3]]
    read += [f"candidates/{pk}" for pk in candidates(actor).values_list("pk", flat=True)]
    read += [f"candidates/{pk}/disclosure" for pk in candidates(actor).values_list("pk", flat=True)]
    return {
        "figures": [figures(actor, profile) for profile in Profile],
        "api": {path: client.get(f"/api/v1/links/{path}").content for path in read},
        "found": [[(str(each.key), each.weight, each.model) for each in search(actor, one, 3)] for one in asked],
        "queue": list(queue(actor, Narrowing()).values_list("pk", "weight", "state", "model", "evidence")),
        "pointers": [(hit.record_number, hit.holder_id) for hit in pointers(actor)],
        "pages": {page: shown(client.get(page).content.decode()) for page in pages},
    }


def shown(page: str) -> str:
    """Return what a page says, without tokens; its frame tells how long the session lasts."""
    found = MAIN.search(page)
    assert found
    return TOKEN.sub("", found[0])


@pytest.mark.parametrize(("seed", "few"), [(0, sight.FEW), (1, 0), (2, 0)])
def test_hidden_records_change_nothing_that_is_shown(
    alice, bob, charlie, as_person, seed, few, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither where all that one may see is compared, nor where the heaviest are asked about round by round."""
    monkeypatch.setattr(sight, "FEW", few)
    monkeypatch.setattr(asking, "ROUND", 1)
    drawing, client = random.Random(seed), as_person(charlie)
    mine = [invent(drawing, charlie) for _ in range(4)]
    shared = [invent(drawing, alice) for _ in range(3)]
    known = [*mine, *(note for note in shared if note.level == "open")]
    _judge_own(charlie)
    before = seen(charlie, client, known)
    for _ in range(6):
        note = invent(drawing, alice)
        Note.unscoped.filter(pk=note.pk).update(level="restricted")
    _settle(drawing)
    _judge_hidden(alice)
    assert seen(charlie, client, known) == before


def _judge_own(charlie: Any) -> None:
    """Charlie judges what he may, so that there are figures which could change."""
    for each in candidates(charlie).filter(Q(record_owner=charlie.agency_id) | Q(other_owner=charlie.agency_id))[:2]:
        judge(charlie, each, verdict="yes", reason="number")


def _settle(drawing: random.Random) -> None:
    """Let jobs run, and indexes take in or be built anew."""
    step: Callable[[str], Any] = drawing.choice([indexing.build, indexing.take_in])
    for profile in ("contact", "person", "remains"):
        step(profile)
    find_links(kind="note", ids=list(Note.unscoped.values_list("pk", flat=True)))


def _judge_hidden(alice: Any) -> None:
    """Alice judges pairs of which Charlie knows nothing."""
    of_north = Candidate.unscoped.filter(record_owner=alice.agency_id, other_owner=alice.agency_id)
    for each in of_north[:3]:
        judge(alice, each, verdict="no", reason="excluded")
