"""One browser page that notices what no page of ours may do."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Request

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE = (1280, 900), (390, 844)


@dataclass
class Visitor:
    """A page of a browser, with everything it did that it must not."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)
    shown: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page.on("request", self._check_request)
        self.page.on("console", self._check_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))

    def _check_request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "about:")):
            self.faults.append(f"asked elsewhere: {request.url}")

    def _check_console(self, message: Any) -> None:
        if message.type == "error" and "status of" not in message.text:
            self.faults.append(f"console: {message.text}")

    def show(self, path: str) -> None:
        """Open `path` unless it is what this browser shows and nobody pressed a key since."""
        if self.shown != path:
            self.open(path)
            self.shown = path

    def press(self, key: str) -> None:
        """Press a key; whatever that did to the page, the next question is asked of a fresh one."""
        self.shown = ""
        self.page.keyboard.press(key)

    def open(self, path: str) -> None:
        """Go to `path`; a map is awaited, for it makes its own buttons once it has its points."""
        answer = self.page.goto(self.base + path)
        self.headers = answer.headers if answer else {}
        if self.page.locator("[data-points]").count():
            self.page.wait_for_load_state("networkidle")

    def widen(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def axe(self) -> list[str]:
        """Return a line for each thing that axe finds."""
        if not self.page.evaluate("typeof window.axe === 'object'"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        return list(self.page.evaluate(FOUND, RULES))

    def stored(self) -> list[str]:
        """Return what the page left in the browser besides cookies."""
        return list(
            self.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        ) + self.page.evaluate("indexedDB.databases().then(found => found.map(one => one.name))")

    def sideways(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


FOUND = """async tags => {
  // What preload fetches is asked by rules for film and sound, and by experimental ones, alone.
  const options = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false};
  const found = await axe.run(document, options);
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${rule.help}: ${node.html.slice(0, 160)} (${node.failureSummary.slice(0, 300)})`));
}"""
