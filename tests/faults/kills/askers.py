"""An officer who answers the steps of a request through its pages while servers die; each answer until it stands."""

import http.client
import json
import re
import threading
import time
import uuid
from collections.abc import Iterator
from itertools import cycle
from typing import Any
from urllib.parse import urlencode

from .deeds import PAUSE_SECONDS, Ledger

HIDDEN = re.compile(r'name="(version|csrfmiddlewaretoken)" value="([^"]+)"')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
WRITES = (
    ("agency", "cover_name"), ("investigation", "nexus"), ("person", "aliases"), ("papers", "photos"),
    ("act", "act_words"), ("purpose", "purpose_words"), ("safety", "plan"), ("rights", "specialist"),
)  # fmt: skip
"""A question of each step that may always be answered in words, whether the victim's own or shared by all of them."""


class Asker(threading.Thread):
    """An officer with a session, who answers one step of a request after the other, each time by another word."""

    def __init__(self, port: int, cookie: str, number: str, ledger: Ledger) -> None:
        super().__init__(daemon=True)
        self.port, self.ledger, self.number = port, ledger, number
        self.headers = {**FORM, "Cookie": cookie, "Accept": "text/html"}
        self.steps = cycle(WRITES)
        self.saving = threading.Event()
        """Set while an answer was sent and nothing came back yet."""
        self.cut = 0
        """How many answers were sent and never acknowledged, so that they were sent again or found standing."""

    def run(self) -> None:
        """Answer until told to stop; the answer in hand is brought to its end first."""
        while not self.ledger.stopped.is_set():
            word, (step, self.question) = uuid.uuid4().hex, next(self.steps)
            self.page = f"/presence/{self.number}/step/{step}/"
            self._answers(word)
            self.ledger.answers[word] = self.number

    def _answers(self, word: str) -> None:
        """Save `word`; the answer to an earlier try may have been lost with its server: then the page shows it."""
        while True:
            status, page = self._ask("GET", None)
            if status == 200 and word in page:
                return
            said = {**dict(HIDDEN.findall(page)), self.question: word, "leave": "yes"}
            saved = self._save(said) if status == 200 else status
            if saved == 302 and status == 200:
                return
            self._expect(saved)
            time.sleep(PAUSE_SECONDS)

    def _save(self, said: dict[str, str]) -> int:
        self.saving.set()
        saved = self._ask("POST", said)[0]
        self.saving.clear()
        self.cut += saved == 0 or saved >= 500
        return saved

    def _expect(self, status: int) -> None:
        if status not in (0, 200, 422, 429) and status < 500:
            self.ledger.surprises.append(f"{self.page} answered {status}")
            raise SystemExit

    def _keep_token(self, sent: str) -> None:
        """Send the cookie of the forms' token back, as a browser does."""
        if found := re.search(r"csrftoken=([^;]+)", sent):
            others = [each for each in self.headers["Cookie"].split("; ") if not each.startswith("csrftoken=")]
            self.headers["Cookie"] = "; ".join([*others, found[0]])

    def _ask(self, method: str, body: dict[str, str] | None) -> tuple[int, str]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            link.request(method, self.page, urlencode(body) if body else None, self.headers)
            answer = link.getresponse()
            self._keep_token(answer.getheader("Set-Cookie") or "")
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            link.close()


def begin() -> tuple[str, str]:
    """Sign an officer of the demonstration in and begin a request; return the cookie header and its number."""
    from benchmarks.web.world import cookie_of

    from manumit.modules.continued_presence.actions.begin_request import begin_request
    from manumit.project.demonstration import people
    from manumit.spine.identity.models import Membership

    owner = people.actors(people.engage())[0]
    member = Membership.objects.get(person=owner.person_id, agency=owner.agency_id)
    return cookie_of(member), begin_request(owner, region="MT").number


def lost(ledger: Ledger) -> list[str]:
    """Return the answers acknowledged that no version of a sealed step holds, of the request or its operation."""
    from manumit.modules.continued_presence.models import PresenceRequest

    kept: set[str] = set()
    for record in PresenceRequest.unscoped.filter(number__in=set(ledger.answers.values())):
        for kind, key in ((record.kind, record.pk), ("presence_operation", record.operation_id)):
            kept |= {value for value in _unsealed(kind, key) if isinstance(value, str)}
    return [f"answer of {number}" for word, number in ledger.answers.items() if word not in kept]


def _unsealed(kind: str, key: int) -> Iterator[Any]:
    from manumit.spine.records.models import SealedValue
    from manumit.spine.records.sealed import cipher, record_keys

    for row in SealedValue.objects.filter(kind=kind, record_id=key).select_related("key"):
        place = cipher.Place(kind, key, row.group, row.field, row.version)
        clear = cipher.unseal(record_keys.unwrap(row.key), bytes(row.nonce), bytes(row.ciphertext), place)
        yield json.loads(clear)
