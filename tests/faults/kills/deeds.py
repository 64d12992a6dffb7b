"""Programs at work through the API, who write down each deed that was acknowledged and repeat each that was not."""

import http.client
import json
import random
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

ROOT = "/api/v1/cases/"
PAUSE_SECONDS = 0.2


@dataclass(frozen=True)
class Acknowledged:
    """A deed the server said was done: the version it made of a case, and the county it wrote."""

    number: str
    version: int
    county: str


@dataclass
class Ledger:
    """What was asked and what was acknowledged, shared by the workers."""

    keys: set[str] = field(default_factory=set)
    opened: dict[str, str] = field(default_factory=dict)
    done: list[Acknowledged] = field(default_factory=list)
    tips: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    surprises: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def acknowledged(self) -> int:
        """How many deeds the server said were done."""
        return len(self.opened) + len(self.done) + len(self.tips) + len(self.words) + len(self.answers)


class Worker(threading.Thread):
    """One program: opens a case, edits it a few times, and begins again."""

    def __init__(self, port: int, token: str, ledger: Ledger, seed: int) -> None:
        super().__init__(daemon=True)
        self.port, self.ledger, self.chance = port, ledger, random.Random(seed)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def run(self) -> None:
        """Work until told to stop; the deed in hand is brought to its end first."""
        while not self.ledger.stopped.is_set():
            version, number = self._open()
            for _ in range(self.chance.randint(1, 4)):
                version = self._edit(number, version)

    def _open(self) -> tuple[int, str]:
        key = uuid.uuid4().hex
        self.ledger.keys.add(key)
        body = {"source": "drill", "case": {"case_type": "missing", "last_seen_state": "MT", "circumstances": key}}
        body["people"] = [{"role": "missing", "family_name": "Drill", "given_names": key}]
        status, answer = self._until_answered("POST", ROOT, body, {"Idempotency-Key": key})
        self._expect(201, status, answer)
        self.ledger.opened[key] = answer["number"]
        return int(answer["version"]), str(answer["number"])

    def _edit(self, number: str, version: int) -> int:
        county = uuid.uuid4().hex[:12]
        body = {"source": "drill", "changes": {"last_seen_county": county}}
        status, answer = self._until_answered("PATCH", f"{ROOT}{number}", body, {"If-Match": f'"{version}"'})
        if status == 412:  # the answer to an earlier try was lost with its server: what it did must stand
            status, answer = self._until_answered("GET", f"{ROOT}{number}", None, {})
        self._expect(200, status, answer)
        if answer["summary"]["last_seen_county"]["value"] != county:
            self.ledger.surprises.append(f"{number}: wrote {county}, reads {str(answer)[:200]}")
        self.ledger.done.append(Acknowledged(number, int(answer["version"]), county))
        return int(answer["version"])

    def _expect(self, wanted: int, status: int, answer: Any) -> None:
        if status != wanted:
            self.ledger.surprises.append(f"expected {wanted}, got {status}: {str(answer)[:300]}")
            raise SystemExit

    def _until_answered(self, method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, Any]:
        """Repeat until the server says anything but that it cannot now."""
        while True:
            try:
                status, answer = self._ask(method, path, body, headers)
            except (OSError, http.client.HTTPException):
                status, answer = 0, None
            if status and status < 500 and status not in {409, 429}:
                return status, answer
            time.sleep(PAUSE_SECONDS)

    def _ask(self, method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, Any]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            text = json.dumps(body) if body is not None else None
            link.request(method, path, text, {**self.headers, **headers})
            answer = link.getresponse()
            return answer.status, json.loads(answer.read() or b"null")
        except ValueError:
            return 0, None
        finally:
            link.close()
