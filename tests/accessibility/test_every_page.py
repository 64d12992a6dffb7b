"""What holds on every page of the product, whoever wrote it."""

import pytest

from . import addresses
from .browser import PHONE

pytestmark = pytest.mark.browser
every_page = pytest.mark.parametrize("route", addresses.routes())
TABBABLE = (
    "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary, "
    "[tabindex='0']"
)


@every_page
@pytest.mark.parametrize("language", ["en", "es"])
def test_axe_finds_nothing(open_route, route: str, language: str) -> None:
    visitor = open_route(route, language=language)
    assert visitor.page.get_attribute("html", "lang") == language
    found = visitor.axe()
    visitor.widen(PHONE)
    assert [*found, *visitor.axe()] == []


@every_page
def test_it_reflows_when_enlarged(open_route, route: str) -> None:
    visitor = open_route(route)
    for zoom, width in ((200, 640), (400, 320)):
        visitor.widen((width, 800))
        assert visitor.sideways() <= 0, f"scrolls sideways at {zoom} %"


@every_page
def test_nothing_stays_in_the_browser(open_route, route: str) -> None:
    visitor = open_route(route)
    assert visitor.stored() == []
    assert "no-store" in visitor.headers["cache-control"]


@every_page
def test_everything_is_reached_by_keyboard(open_route, route: str) -> None:
    visitor = open_route(route)
    page = visitor.page
    wanted = page.evaluate(NUMBER_STOPS, TABBABLE)
    reached, unseen = [], []
    page.evaluate("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    for _press in range(4 * len(wanted) + 3):
        visitor.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["number"] in reached[:-1]:
            break
        if stop["number"] in reached:  # a date's month, day and year are stops of one control
            continue
        reached.append(stop["number"])
        if not stop["seen"]:
            unseen.append(stop["html"])
    assert not unseen, "focus cannot be seen"
    assert [html for number, html in wanted if number not in reached] == [], "not reached by Tab"
    assert reached == sorted(reached), "Tab does not follow the order of the page"


@every_page
def test_it_works_without_script(open_route, route: str) -> None:
    visitor = open_route(route, java_script_enabled=False)
    page = visitor.page
    assert page.locator("main").inner_text().strip()
    if page.locator("noscript").count():
        return  # the page itself says what needs script, and what to do without
    dead = "form:not(:has([type=submit], button:not([type]))), a:not([href]), button[type=button]:not([popovertarget])"
    assert [one.evaluate("e => e.outerHTML.slice(0, 200)") for one in page.locator(f"main :is({dead})").all()] == []


@every_page
def test_it_respects_the_persons_settings(open_route, route: str) -> None:
    visitor = open_route(route, reduced_motion="reduce", forced_colors="active")
    page = visitor.page
    assert page.evaluate("document.getAnimations().length") == 0
    visitor.press("Tab")
    assert page.evaluate(FOCUSED)["seen"], "focus cannot be seen in forced colours"


NUMBER_STOPS = """selector => {
  const shown = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('[inert], dialog:not([open])');
  const groups = new Set();
  const stops = [];
  document.querySelectorAll(selector).forEach((element, number) => {
    element.dataset.stop = number;
    const group = element.type === 'radio' ? element.form?.action + element.name : '';
    if (!shown(element) || element.tabIndex < 0 || groups.has(group)) return;
    if (element.type === 'radio') {
      const chosen = document.querySelector(`[name="${element.name}"]:checked`);
      if (chosen && chosen !== element && chosen.form === element.form) return;
      groups.add(group);
    }
    stops.push([number, element.outerHTML.slice(0, 160)]);
  });
  return stops;
}"""
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const labelled = element.matches('.usa-radio__input, .usa-checkbox__input') ? element.nextElementSibling : element;
  const styles = [getComputedStyle(element), getComputedStyle(labelled), getComputedStyle(labelled, '::before')];
  const seen = styles.some(style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0));
  return {number: Number(element.dataset.stop), seen, html: element.outerHTML.slice(0, 160)};
}"""
