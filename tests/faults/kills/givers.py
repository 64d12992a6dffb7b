"""People who give tips through the public page while servers die; each tip is sent again until it is acknowledged."""

import http.client
import re
import threading
import time
import uuid
from urllib.parse import urlencode

from .deeds import PAUSE_SECONDS, Ledger

PAGE = "/tip/at/drill/"
BACK = "/tip/back/"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Giver(threading.Thread):
    """Somebody who gives a tip, comes back with number and secret, adds a word, and begins again."""

    def __init__(self, port: int, ledger: Ledger) -> None:
        super().__init__(daemon=True)
        self.port, self.ledger = port, ledger

    def run(self) -> None:
        """Give tips until told to stop; the one in hand is brought to its end first."""
        while not self.ledger.stopped.is_set():
            key = uuid.uuid4().hex
            number, secret = self._gives(key)
            self.ledger.tips[key] = number
            word = uuid.uuid4().hex
            self._adds(number, secret, word)
            self.ledger.words[word] = number

    def _gives(self, key: str) -> tuple[str, str]:
        token = self._until("GET", PAGE, None, r'name="token" value="([^"]+)"')[0]
        said = {"token": token, "what": key, "name": "Drill", "safe": "no"}
        number, secret = self._until("POST", PAGE, said, r'id="number">([^<]+)<.*id="secret">([^<]+)<')
        return number, secret

    def _adds(self, number: str, secret: str, word: str) -> None:
        """Open the conversation and add a word, sent again with the same form until it stands."""
        opened = r'name="token" value="([^"]+)".*name="opened" value="([^"]+)"'
        token, pass_ = self._until("POST", BACK, {"number": number, "secret": secret}, opened)
        self._until("POST", BACK, {"token": token, "opened": pass_, "text": word}, r"We have what you (added)")

    def _until(self, method: str, path: str, body: dict[str, str] | None, wanted: str) -> tuple[str, ...]:
        """Repeat until the page shows what is wanted; a server that dies or cannot now is asked again."""
        while True:
            status, text = self._ask(method, path, body)
            found = re.search(wanted, text, re.DOTALL)
            if status == 200 and found:
                return found.groups()
            if status and status < 500:
                self.ledger.surprises.append(f"{method} {path} answered {status}: {text[:200]}")
                raise SystemExit
            time.sleep(PAUSE_SECONDS)

    def _ask(self, method: str, path: str, body: dict[str, str] | None) -> tuple[int, str]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            link.request(method, path, urlencode(body) if body else None, FORM)
            answer = link.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            link.close()
